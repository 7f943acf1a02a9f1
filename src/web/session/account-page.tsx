import { Alert, Button, Card, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { send } from "../api/call.ts";
import { rights } from "../people/rights.ts";
import { Tokens } from "../set-up/keys/tokens.tsx";
import { Loading } from "../shell/loading.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { useMe } from "./me.ts";
import { NewPassword, PASSWORD_LEAST } from "./new-password.tsx";

/** Who one is here, what one may do, one's password and the tokens of one's programs. */
export function AccountPage() {
  const t = useTranslations("session");
  if (useQuery(rights).isPending) return <Loading />;
  return (
    <Stack gap="xl" maw={760}>
      <Title order={1}>{t("account")}</Title>
      <You />
      <Password />
      <Tokens />
    </Stack>
  );
}

function You() {
  const t = useTranslations("session");
  const people = useTranslations("people");
  const format = useFormatter();
  const { name, email, role, permissions } = useMe();
  const { data } = useQuery(rights);
  const allows = (data?.permissions ?? []).filter(({ permission }) => permissions.includes(permission));
  return (
    <section aria-label={t("you")}>
      <Text fw={650}>{name}</Text>
      <Text c="dimmed">{email}</Text>
      {allows.length > 0 && (
        <Text mt="xs">
          {t("roleIs", { role: people(`roles.${role}`), allows: format.list(allows.map((one) => one.allows)) })}
        </Text>
      )}
    </section>
  );
}

function Password() {
  const t = useTranslations("session");
  const { email } = useMe();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useMutation({
    mutationFn: () => send("PUT", "/api/session/password", { current, next }),
    onSuccess: () => {
      setCurrent("");
      setNext("");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.length >= PASSWORD_LEAST) change.mutate();
  };
  return (
    <Card withBorder component="section">
      <form onSubmit={submit}>
        <Stack maw={420}>
          <Title order={2} size="h3">
            {t("changePassword")}
          </Title>
          {change.isSuccess && <Alert role="status">{t("changed")}</Alert>}
          <Wrong error={change.error} />
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label={t("current")}
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
          />
          <NewPassword label={t("next")} value={next} onChange={setNext} />
          <Button type="submit" variant="default" w="fit-content" loading={change.isPending}>
            {t("change")}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
