import { Button, Checkbox, Group, NumberInput, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { get, send } from "../../api/call.ts";
import { rights } from "../../people/rights.ts";
import { useMe } from "../../session/me.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { useOwnTime } from "../../ui/own-time.ts";
import { Secret } from "../../ui/secret.tsx";
import { tellError } from "../../ui/tell-error.ts";
import { WideTable } from "../../ui/wide-table.tsx";
import { Wrong } from "../../ui/wrong.tsx";
import type { Key, Made } from "./key.ts";

/** One's own API tokens: made, shown once, revoked at once. */
export function Tokens() {
  const t = useTranslations("setUp");
  const [made, setMade] = useState<Made>();
  return (
    <Stack component="section" gap="md">
      <Title order={2} size="h3">
        {t("tokens")}
      </Title>
      <Text maw="65ch">{t("tokensText")}</Text>
      {made !== undefined && (
        <Secret
          title={t("tokenMade")}
          text={t("shownOnce")}
          value={made.secret}
          copy={t("copyToken")}
          done={t("kept")}
          onDone={() => setMade(undefined)}
        />
      )}
      <TokenList />
      <NewToken onMade={setMade} />
    </Stack>
  );
}

function TokenList() {
  const t = useTranslations("setUp");
  const time = useOwnTime();
  const asking = useQueryClient();
  const { data } = useQuery({ queryKey: ["tokens"], queryFn: ({ signal }) => get<Key[]>("/api/tokens", {}, signal) });
  const revoke = useMutation({
    mutationFn: (id: string) => send("DELETE", `/api/tokens/${id}`),
    onError: tellError,
    onSettled: () => asking.invalidateQueries({ queryKey: ["tokens"] }),
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <WideTable name={t("tokens")} minWidth={420} stacked heads={[t("name"), t("endsIn"), t("until"), t("revoke")]}>
      {data.map(({ id, name, ends_in: end, expires_at: until }) => (
        <Table.Tr key={id}>
          <Table.Td>{name}</Table.Td>
          <Table.Td data-label={t("endsIn")}>…{end}</Table.Td>
          <Table.Td data-label={t("until")}>{until === null ? t("forEver") : time.day(until)}</Table.Td>
          <Table.Td>
            <Confirm
              label={t("revoke")}
              title={t("revokeOf", { name })}
              text={t("revokeTokenText")}
              action={t("revokeNow")}
              onConfirm={() => revoke.mutate(id)}
            />
          </Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}

function NewToken({ onMade }: { readonly onMade: (made: Made) => void }) {
  const t = useTranslations("setUp");
  const { permissions } = useMe();
  const asking = useQueryClient();
  const { data } = useQuery(rights);
  const [name, setName] = useState("");
  const [days, setDays] = useState<string | number>(90);
  const [scopes, setScopes] = useState<string[]>(["gaps:read"]);
  const make = useMutation({
    mutationFn: () =>
      send<Made>("POST", "/api/tokens", { name, scopes, ...(typeof days === "number" ? { days } : {}) }),
    onSuccess: (token) => {
      setName("");
      onMade(token);
      return asking.invalidateQueries({ queryKey: ["tokens"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const allows = new Map(data?.permissions.map((one) => [one.permission, one.allows]));
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end">
          <TextInput
            label={t("tokenName")}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NumberInput
            label={t("days")}
            placeholder={t("forEver")}
            min={1}
            max={3650}
            value={days}
            onChange={setDays}
          />
        </Group>
        <Checkbox.Group label={t("tokenMay")} value={scopes} onChange={setScopes}>
          <Stack gap={6} mt={6}>
            {permissions.map((permission) => (
              <Checkbox key={permission} value={permission} label={allows.get(permission) ?? permission} size="sm" />
            ))}
          </Stack>
        </Checkbox.Group>
        <Wrong error={make.error} />
        <Button type="submit" variant="default" w="fit-content" loading={make.isPending} disabled={scopes.length === 0}>
          {t("makeToken")}
        </Button>
      </Stack>
    </form>
  );
}
