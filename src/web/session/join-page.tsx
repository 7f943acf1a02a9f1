import { Alert, Button, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import type { INVITED_AS } from "../../server/people/invitations.ts";
import { asking } from "../api/asking.ts";
import { send } from "../api/call.ts";
import { Doorstep } from "../shell/doorstep.tsx";
import { TextLink } from "../ui/link.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { NewPassword, PASSWORD_LEAST } from "./new-password.tsx";

type Invited = z.output<typeof INVITED_AS>;

/** The page of an invitation's link: a name, a password, and one is in. The secret stays behind the `#`, out of logs. */
export function JoinPage() {
  const t = useTranslations("session");
  const [token] = useState(() => window.location.hash.slice(1));
  const invited = useQuery({
    queryKey: ["join", token],
    queryFn: () => send<Invited>("POST", "/api/join/look", { token }),
    enabled: token !== "",
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const wrong = token === "" ? t("wholeLink") : invited.error?.message;
  return (
    <Doorstep title={t("join")}>
      {wrong !== undefined && (
        <>
          <Alert color="red" role="alert">
            {wrong}
          </Alert>
          <TextLink to="/sign-in">{t("toSignIn")}</TextLink>
        </>
      )}
      {wrong === undefined && invited.data === undefined && <Skeleton height={290} />}
      {invited.data !== undefined && <Form token={token} invited={invited.data} />}
    </Doorstep>
  );
}

function Form({ token, invited }: { readonly token: string; readonly invited: Invited }) {
  const t = useTranslations("session");
  const router = useRouter();
  const [name, setName] = useState("");
  const [email, setEmail] = useState(invited.email ?? "");
  const [password, setPassword] = useState("");
  const own = invited.email === null ? { email } : {};
  const join = useMutation({
    mutationFn: () => send("POST", "/api/join", { token, name, password, ...own }),
    onSuccess: async () => {
      asking.clear();
      await router.navigate({ to: "/", replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password.length >= PASSWORD_LEAST) join.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{t(`invited.${invited.role}`)}</Text>
        <Wrong error={join.error} />
        <TextInput
          label={t("name")}
          autoComplete="name"
          required
          autoFocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t("email")}
          type="email"
          autoComplete="username"
          required
          readOnly={invited.email !== null}
          description={invited.email === null ? undefined : t("emailGiven")}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NewPassword label={t("password")} value={password} onChange={setPassword} />
        <Button type="submit" loading={join.isPending}>
          {t("comeIn")}
        </Button>
      </Stack>
    </form>
  );
}
