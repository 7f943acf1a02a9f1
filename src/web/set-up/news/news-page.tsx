import { Badge, Button, Checkbox, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import type { NewsKind } from "../../../news/news.ts";
import type { WEBHOOK } from "../../../server/webhooks/webhooks.ts";
import { get, send } from "../../api/call.ts";
import { Loading } from "../../shell/loading.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Secret } from "../../ui/secret.tsx";
import { Wrong } from "../../ui/wrong.tsx";
import { Deliveries } from "./deliveries.tsx";

type Webhook = z.output<typeof WEBHOOK>;

/** What each kind of news is called among the words, which may hold no dots. */
const KINDS = {
  judged: "judged",
  "promise.broken": "broken",
  "promise.righted": "righted",
  "experience.published": "published",
  "case.opened": "opened",
  "case.changed": "changed",
  "case.closed": "closed",
} as const satisfies Readonly<Record<NewsKind, string>>;
const kinds = Object.keys(KINDS) as NewsKind[];

/** Where news is sent as it happens, and what became of it. */
export function NewsPage() {
  const t = useTranslations("setUp");
  const [secret, setSecret] = useState<string>();
  const { data, isPending } = useQuery({
    queryKey: ["webhooks"],
    queryFn: ({ signal }) => get<Webhook[]>("/api/webhooks", {}, signal),
  });
  if (isPending) return <Loading />;
  return (
    <Stack gap="lg">
      <Title order={2} size="h3">
        {t("webhooks")}
      </Title>
      <Text maw="65ch">{t("webhooksText")}</Text>
      {secret !== undefined && (
        <Secret
          title={t("webhookSecret")}
          text={t("shownOnce")}
          value={secret}
          copy={t("copySecret")}
          done={t("kept")}
          onDone={() => setSecret(undefined)}
        />
      )}
      {data?.length === 0 && <Text c="dimmed">{t("noWebhooks")}</Text>}
      {(data ?? []).map((hook) => (
        <One key={hook.id} hook={hook} onSecret={setSecret} />
      ))}
      <NewWebhook onSecret={setSecret} />
    </Stack>
  );
}

function One({ hook, onSecret }: { readonly hook: Webhook; readonly onSecret: (secret: string) => void }) {
  const t = useTranslations("setUp");
  const asking = useQueryClient();
  const [open, setOpen] = useState(false);
  const onSettled = () => asking.invalidateQueries({ queryKey: ["webhooks"] });
  const change = useMutation({
    mutationFn: (what: "stop" | "start") => send("POST", `/api/webhooks/${hook.id}/${what}`),
    onSettled,
  });
  const renew = useMutation({
    mutationFn: () => send<{ readonly secret: string }>("POST", `/api/webhooks/${hook.id}/secret`),
    onSuccess: (made) => onSecret(made.secret),
  });
  const remove = useMutation({ mutationFn: () => send("DELETE", `/api/webhooks/${hook.id}`), onSettled });
  const wrong = change.error ?? renew.error ?? remove.error;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={600}>{hook.url}</Text>
        {hook.stopped !== null && (
          <Badge variant="default" tt="none">
            {t(`stoppedBecause.${hook.stopped}`)}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {hook.kinds.join(", ")}
      </Text>
      <Wrong error={wrong} />
      <Group gap="xs">
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("deliveries")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => change.mutate(hook.stopped === null ? "stop" : "start")}
        >
          {t(hook.stopped === null ? "stopSending" : "startSending")}
        </Button>
        <Confirm
          label={t("newSecret")}
          title={t("newSecretTitle")}
          text={t("newSecretText")}
          action={t("newSecret")}
          onConfirm={() => renew.mutate()}
        />
        <Confirm
          label={t("removeWebhook")}
          title={t("removeWebhookTitle")}
          text={t("removeWebhookText")}
          action={t("removeWebhook")}
          onConfirm={() => remove.mutate()}
        />
      </Group>
      {open && <Deliveries webhook={hook.id} />}
    </Stack>
  );
}

function NewWebhook({ onSecret }: { readonly onSecret: (secret: string) => void }) {
  const t = useTranslations("setUp");
  const asking = useQueryClient();
  const [url, setUrl] = useState("");
  const [wanted, setWanted] = useState<string[]>(["promise.broken"]);
  const make = useMutation({
    mutationFn: () => send<{ readonly secret: string }>("POST", "/api/webhooks", { url, kinds: wanted }),
    onSuccess: (made) => {
      setUrl("");
      onSecret(made.secret);
      return asking.invalidateQueries({ queryKey: ["webhooks"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={560}>
        <Wrong error={make.error} />
        <TextInput
          label={t("address")}
          placeholder="https://"
          type="url"
          required
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Checkbox.Group label={t("tellOf")} value={wanted} onChange={setWanted}>
          <Stack gap={6} mt={6}>
            {kinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={t(`newsKinds.${KINDS[kind]}`)} size="sm" />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button type="submit" w="fit-content" loading={make.isPending} disabled={wanted.length === 0}>
          {t("makeWebhook")}
        </Button>
      </Stack>
    </form>
  );
}
