import { Alert, Button, Code, Divider, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import type { WAYS } from "../../server/people/provider.ts";
import { asking } from "../api/asking.ts";
import { addressOf, get, Problem, send } from "../api/call.ts";
import { Doorstep } from "../shell/doorstep.tsx";
import { type Me, me } from "./me.ts";
import { Once } from "./once.tsx";

type Ways = z.output<typeof WAYS>;

const ONCE = "#once=";

/** The door: by e-mail and password, by the company's own provider where there is one, or by a link of this machine. */
export function SignInPage() {
  const t = useTranslations("session");
  const [once, setOnce] = useState(() => {
    const { hash } = window.location;
    return hash.startsWith(ONCE) ? hash.slice(ONCE.length) : undefined;
  });
  const [refused, setRefused] = useState<string>();
  const ways = useQuery({ queryKey: ["ways"], queryFn: ({ signal }) => get<Ways>("/api/session/ways", {}, signal) });
  const onRefused = (words: string) => {
    setRefused(words);
    setOnce(undefined);
  };
  return (
    <Doorstep title={t("title")}>
      {once !== undefined ? (
        <Once token={once} onRefused={onRefused} />
      ) : (
        <>
          {refused !== undefined && (
            <Alert color="red" role="alert">
              {refused}
            </Alert>
          )}
          {ways.data?.owner === false && <NoOwner />}
          <Form provider={ways.data?.provider?.name} />
        </>
      )}
    </Doorstep>
  );
}

function NoOwner() {
  const t = useTranslations("session");
  return (
    <Alert title={t("noOwner")}>
      <Text size="sm">{t("noOwnerText")}</Text>
      <Text size="sm" mt="xs">
        {t("noOwnerCommand")}
      </Text>
      <Code block mt={4}>{`${window.location.origin}/join#…`}</Code>
    </Alert>
  );
}

function Form({ provider }: { readonly provider: string | undefined }) {
  const t = useTranslations("session");
  const { to } = useSearch({ from: "/sign-in" });
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: () => send<Me>("POST", "/api/session", { email, password }),
    onSuccess: async (person) => {
      asking.clear();
      asking.setQueryData(me.queryKey, person);
      await router.navigate({ href: to ?? "/" });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {to !== undefined && to !== "/" && !enter.isError && <Text c="dimmed">{t("expired")}</Text>}
        {enter.isError && <Refused error={enter.error} />}
        <TextInput
          label={t("email")}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("password")}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
        />
        <Button type="submit" loading={enter.isPending}>
          {t("signIn")}
        </Button>
        {provider !== undefined && (
          <>
            <Divider />
            <Button component="a" variant="default" href={addressOf("/api/session/provider", { to: to ?? "/" })}>
              {t("by", { name: provider })}
            </Button>
          </>
        )}
        <Text size="sm" c="dimmed">
          {t("noAccount")}
        </Text>
      </Stack>
    </form>
  );
}

function Refused({ error }: { readonly error: Error }) {
  const t = useTranslations("session");
  const wait = error instanceof Problem && error.status === 429 ? (error.retryAfter ?? 60) : undefined;
  return (
    <Alert color="red" role="alert">
      {wait === undefined ? error.message : t("tooOften", { seconds: wait })}
    </Alert>
  );
}
