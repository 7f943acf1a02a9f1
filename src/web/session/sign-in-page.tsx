import { Alert, Anchor, Button, Card, Divider, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { asking } from "../api/asking.ts";
import { get, send } from "../api/call.ts";
import { Doorstep } from "../shell/doorstep.tsx";
import type { Me } from "./me.ts";

interface Ways {
  readonly provider: { readonly name: string } | null;
}

/** By e-mail and password, or by the company's own provider where there is one. */
export function SignInPage() {
  const t = useTranslations("session");
  const { to } = useSearch({ from: "/sign-in" });
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const ways = useQuery({ queryKey: ["ways"], queryFn: ({ signal }) => get<Ways>("/api/session/ways", {}, signal) });
  const provider = ways.data?.provider ?? null;
  const enter = useMutation({
    mutationFn: () => send<Me>("POST", "/api/session", { email, password }),
    onSuccess: async (person) => {
      asking.clear();
      asking.setQueryData(["me"], person);
      await router.navigate({ href: to ?? "/" });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <Doorstep>
      <Card withBorder padding="xl" component="main">
        <form onSubmit={submit}>
          <Stack>
            <Title order={1} size="h2">
              {t("title")}
            </Title>
            {to !== undefined && !enter.isError && <Text c="dimmed">{t("expired")}</Text>}
            {enter.isError && (
              <Alert color="red" role="alert">
                {enter.error.message}
              </Alert>
            )}
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
            />
            <Button type="submit" loading={enter.isPending}>
              {t("signIn")}
            </Button>
            {provider !== null && (
              <>
                <Divider />
                <Anchor href={`/api/session/provider?to=${encodeURIComponent(to ?? "/")}`}>{provider.name}</Anchor>
              </>
            )}
            <Text size="sm" c="dimmed">
              {t("noAccount")}
            </Text>
          </Stack>
        </form>
      </Card>
    </Doorstep>
  );
}
