import { Button, Group, Select, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import type { Role } from "../../people/rights.ts";
import type { INVITATION } from "../../server/people/invitations.ts";
import { get, send } from "../api/call.ts";
import { useOwnTime } from "../ui/own-time.ts";
import { Secret } from "../ui/secret.tsx";
import { tellError } from "../ui/tell-error.ts";
import { WideTable } from "../ui/wide-table.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { ROLE_NAMES } from "./rights.ts";

type Invitation = z.output<typeof INVITATION>;

/** Inviting somebody by a link that is shown once; and the invitations that wait. */
export function Invitations() {
  const t = useTranslations("people");
  const asking = useQueryClient();
  const [link, setLink] = useState<string>();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const invite = useMutation({
    mutationFn: () => send<{ readonly link: string }>("POST", "/api/invitations", { email, role }),
    onSuccess: (made) => {
      setLink(made.link);
      setEmail("");
      return asking.invalidateQueries({ queryKey: ["invitations"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h3">
        {t("invite")}
      </Title>
      {link !== undefined && (
        <Secret
          title={t("invited")}
          text={t("invitedText")}
          value={link}
          copy={t("copyLink")}
          done={t("linkGiven")}
          onDone={() => setLink(undefined)}
        />
      )}
      <Wrong error={invite.error} />
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={t("email")}
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Select
            label={t("role")}
            data={ROLE_NAMES.map((value) => ({ value, label: t(`roles.${value}`) }))}
            value={role}
            onChange={(next) => next !== null && setRole(next as Role)}
            allowDeselect={false}
            w={130}
          />
          <Button type="submit" loading={invite.isPending}>
            {t("makeInvitation")}
          </Button>
        </Group>
      </form>
      <Waiting />
    </Stack>
  );
}

function Waiting() {
  const t = useTranslations("people");
  const time = useOwnTime();
  const asking = useQueryClient();
  const { data } = useQuery({
    queryKey: ["invitations"],
    queryFn: ({ signal }) => get<Invitation[]>("/api/invitations", {}, signal),
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => send("DELETE", `/api/invitations/${id}`),
    onError: tellError,
    onSettled: () => asking.invalidateQueries({ queryKey: ["invitations"] }),
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {t("waiting")}
      </Text>
      <WideTable
        name={t("waiting")}
        minWidth={480}
        stacked
        heads={[t("email"), t("role"), t("worksUntil", { zone: time.zone }), t("withdraw")]}
        fz="sm"
      >
        {data.map(({ id, email, role, expires_at: until }) => (
          <Table.Tr key={id}>
            <Table.Td>{email ?? t("whoeverOpens")}</Table.Td>
            <Table.Td>{t(`roles.${role}`)}</Table.Td>
            <Table.Td data-label={t("worksUntil", { zone: time.zone })}>{time.moment(until)}</Table.Td>
            <Table.Td>
              <Button size="compact-sm" variant="default" onClick={() => withdraw.mutate(id)}>
                {t("withdraw")}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
    </Stack>
  );
}
