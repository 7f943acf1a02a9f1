import { Badge, Button, Group, Select, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import type { Role } from "../../people/rights.ts";
import type { PERSON } from "../../server/people/people.ts";
import { get, send } from "../api/call.ts";
import { useMe } from "../session/me.ts";
import { Confirm } from "../ui/confirm.tsx";
import { useOwnTime } from "../ui/own-time.ts";
import { WideTable } from "../ui/wide-table.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { ROLE_NAMES } from "./rights.ts";

type Person = z.output<typeof PERSON>;

export const usePeople = () =>
  useQuery({ queryKey: ["people"], queryFn: ({ signal }) => get<Person[]>("/api/people", {}, signal) });

/** Everybody with their role, which an owner changes here; and the way to send somebody away. */
export function Everybody() {
  const t = useTranslations("people");
  const asking = useQueryClient();
  const { data, error } = usePeople();
  const settled = () => {
    void asking.invalidateQueries({ queryKey: ["people"] });
    void asking.invalidateQueries({ queryKey: ["me"] });
    void asking.invalidateQueries({ queryKey: ["audit"] });
  };
  const change = useMutation({
    mutationFn: ({ id, ...what }: { id: string; role?: Role; disabled?: boolean }) =>
      send("PATCH", `/api/people/${id}`, what),
    onSettled: settled,
  });
  const remove = useMutation({ mutationFn: (id: string) => send("DELETE", `/api/people/${id}`), onSettled: settled });
  const wrong = change.error ?? remove.error ?? error;
  if (data === undefined) return error === null ? <Skeleton height={160} /> : <Wrong error={error} />;
  return (
    <Stack gap="xs">
      <Wrong error={wrong} />
      <WideTable
        name={t("everybody")}
        minWidth={640}
        stacked
        heads={[t("name"), t("role"), t("since"), t("away")]}
        verticalSpacing="xs"
      >
        {data.map((person) => (
          <One
            key={person.id}
            person={person}
            onChange={(what) => change.mutate({ id: person.id, ...what })}
            onRemove={() => remove.mutate(person.id)}
          />
        ))}
      </WideTable>
    </Stack>
  );
}

function One({
  person: { id, name, email, role, disabled, created_at: since },
  onChange,
  onRemove,
}: {
  readonly person: Person;
  readonly onChange: (what: { role?: Role; disabled?: boolean }) => void;
  readonly onRemove: () => void;
}) {
  const t = useTranslations("people");
  const time = useOwnTime();
  const me = useMe();
  const roles = ROLE_NAMES.map((value) => ({ value, label: t(`roles.${value}`) }));
  return (
    <Table.Tr>
      <Table.Td>
        <Text span fw={600}>
          {name}
        </Text>{" "}
        {id === me.id && <Badge variant="default">{t("you")}</Badge>}{" "}
        {disabled && <Badge variant="default">{t("sentAway")}</Badge>}
        <Text size="sm" c="dimmed">
          {email}
        </Text>
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={t("roleOf", { name })}
          data={roles}
          value={role}
          onChange={(next) => next !== null && onChange({ role: next as Role })}
          allowDeselect={false}
          w={130}
          size="xs"
        />
      </Table.Td>
      <Table.Td data-label={t("since")}>{time.day(since)}</Table.Td>
      <Table.Td>
        {id !== me.id && (
          <Group gap={6} wrap="nowrap">
            {disabled ? (
              <>
                <Button size="compact-sm" variant="default" onClick={() => onChange({ disabled: false })}>
                  {t("letBack")}
                </Button>
                <Confirm
                  label={t("remove")}
                  title={t("removeOf", { name })}
                  text={t("removeText")}
                  action={t("remove")}
                  onConfirm={onRemove}
                />
              </>
            ) : (
              <Confirm
                label={t("sendAway")}
                title={t("sendAwayOf", { name })}
                text={t("sendAwayText")}
                action={t("sendAway")}
                onConfirm={() => onChange({ disabled: true })}
              />
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
