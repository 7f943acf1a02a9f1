import { Alert, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { send } from "../../api/call.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { useOwnTime } from "../../ui/own-time.ts";
import { WideTable } from "../../ui/wide-table.tsx";
import { Wrong } from "../../ui/wrong.tsx";
import type { Heard, Key } from "./key.ts";

/** The keys that work, each with its light. */
export function KeyList({
  keys,
  heard,
}: {
  readonly keys: readonly Key[] | undefined;
  readonly heard: readonly Heard[] | undefined;
}) {
  const t = useTranslations("setUp");
  const time = useOwnTime();
  const asking = useQueryClient();
  const revoke = useMutation({
    mutationFn: ({ id }: Key) => send("DELETE", `/api/keys/${id}`),
    onSettled: () => asking.invalidateQueries({ queryKey: ["keys"] }),
  });
  if (keys === undefined) return <Skeleton height={80} />;
  return (
    <Stack gap="xs" mih={80}>
      {revoke.isSuccess && <Alert role="status">{t("revoked", { name: revoke.variables.name })}</Alert>}
      <Wrong error={revoke.error} />
      {keys.length === 0 ? (
        <Text c="dimmed">{t("noKeys")}</Text>
      ) : (
        <WideTable
          name={t("writeKeys")}
          minWidth={560}
          stacked
          heads={[t("name"), t("endsIn"), t("made"), t("cameIn"), t("revoke")]}
          fz="sm"
        >
          {keys.map((key) => (
            <Table.Tr key={key.id}>
              <Table.Td>{key.name}</Table.Td>
              <Table.Td data-label={t("endsIn")}>…{key.ends_in}</Table.Td>
              <Table.Td data-label={t("made")}>{time.day(key.created_at)}</Table.Td>
              <Table.Td>
                <Light heard={heard?.find(({ id }) => id === key.id)} />
              </Table.Td>
              <Table.Td>
                <Confirm
                  label={t("revoke")}
                  title={t("revokeOf", { name: key.name })}
                  text={t("revokeKeyText")}
                  action={t("revokeNow")}
                  onConfirm={() => revoke.mutate(key)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
    </Stack>
  );
}

/** Off until the first event has come in. */
function Light({ heard }: { readonly heard: Heard | undefined }) {
  const t = useTranslations("setUp");
  const time = useOwnTime();
  const on = heard !== undefined && heard.events > 0;
  return (
    <span role="status">
      <span className={on ? "live" : "live off"} aria-hidden="true" />{" "}
      {on && heard.last_at !== null
        ? t("heard", {
            events: heard.events,
            last: time.moment(heard.last_at),
            zone: time.zone,
          })
        : t("waiting")}
      {heard !== undefined && heard.refused > 0 && ` ${t("refused", { count: String(heard.refused) })}`}
    </span>
  );
}
