import { Alert, Badge, Button, Checkbox, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { get, send } from "../../api/call.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { Secret } from "../../ui/secret.tsx";
import { Deliveries } from "./deliveries.tsx";

interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly stopped: "by-hand" | "failing" | null;
}

const KINDS = ["judged", "promise.broken", "promise.righted", "experience.published"] as const;

/** Where news is sent as it happens, and what became of it. */
export function NewsPage() {
  const t = useTranslations("setUp");
  const [secret, setSecret] = useState<string>();
  const { data } = useQuery({
    queryKey: ["webhooks"],
    queryFn: ({ signal }) => get<Webhook[]>("/api/webhooks", {}, signal),
  });
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
      {wrong !== null && (
        <Alert color="red" role="alert">
          {wrong.message}
        </Alert>
      )}
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
  const [kinds, setKinds] = useState<string[]>(["promise.broken"]);
  const make = useMutation({
    mutationFn: () => send<{ readonly secret: string }>("POST", "/api/webhooks", { url, kinds }),
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
        {make.isError && (
          <Alert color="red" role="alert">
            {make.error.message}
          </Alert>
        )}
        <TextInput
          label={t("address")}
          placeholder="https://"
          type="url"
          required
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Checkbox.Group label={t("tellOf")} value={kinds} onChange={setKinds}>
          <Stack gap={6} mt={6}>
            {KINDS.map((kind, i) => (
              <Checkbox key={kind} value={kind} label={t(`newsKinds.${i as 0 | 1 | 2 | 3}`)} size="sm" />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button type="submit" w="fit-content" loading={make.isPending} disabled={kinds.length === 0}>
          {t("makeWebhook")}
        </Button>
      </Stack>
    </form>
  );
}
