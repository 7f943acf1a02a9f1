import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { get, send } from "../../api/call.ts";
import { Secret } from "../../ui/secret.tsx";
import { Wrong } from "../../ui/wrong.tsx";
import type { Heard, Key, Made } from "./key.ts";
import { KeyList } from "./key-list.tsx";
import { Snippets } from "./snippets.tsx";
import { Tokens } from "./tokens.tsx";

/** Ways for events to come in: keys with a light that turns on with the first event, and what to write where. */
export function KeysPage() {
  const t = useTranslations("setUp");
  const [made, setMade] = useState<Made>();
  const { data: keys, error } = useQuery({
    queryKey: ["keys"],
    queryFn: ({ signal }) => get<Key[]>("/api/keys", {}, signal),
  });
  const { data: heard } = useQuery({
    queryKey: ["heard"],
    queryFn: ({ signal }) => get<Heard[]>("/api/keys/heard", {}, signal),
    refetchInterval: ({ state: { data } }) => ((data ?? []).some(({ events }) => events === 0) ? 2000 : 15_000),
    staleTime: 0,
  });
  return (
    <Stack gap="xl">
      <Stack component="section" gap="md">
        <Title order={2} size="h3">
          {t("writeKeys")}
        </Title>
        <Text maw="65ch">{t("writeKeysText")}</Text>
        {made !== undefined && (
          <Secret
            title={t("keyMade")}
            text={t("shownOnce")}
            value={made.secret}
            copy={t("copyKey")}
            done={t("kept")}
            onDone={() => setMade(undefined)}
          />
        )}
        {keys === undefined && error !== null ? <Wrong error={error} /> : <KeyList keys={keys} heard={heard} />}
        <NewKey onMade={setMade} />
      </Stack>
      <Snippets secret={made?.secret} />
      <Tokens />
    </Stack>
  );
}

function NewKey({ onMade }: { readonly onMade: (made: Made) => void }) {
  const t = useTranslations("setUp");
  const asking = useQueryClient();
  const [name, setName] = useState("");
  const make = useMutation({
    mutationFn: () => send<Made>("POST", "/api/keys", { name }),
    onSuccess: async (key) => {
      setName("");
      onMade(key);
      await asking.invalidateQueries({ queryKey: ["keys"] });
      await asking.invalidateQueries({ queryKey: ["heard"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Wrong error={make.error} mb="xs" />
      <Group align="flex-end">
        <TextInput
          label={t("keyName")}
          placeholder={t("keyNameLike")}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={make.isPending}>
          {t("makeKey")}
        </Button>
      </Group>
    </form>
  );
}
