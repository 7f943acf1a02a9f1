import { Alert, Button, Group, Progress, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";
import { send } from "../../api/call.ts";
import { TextLink } from "../../ui/link.tsx";
import { useOwnTime } from "../../ui/own-time.ts";
import { tellError } from "../../ui/tell-error.ts";
import { Wrong } from "../../ui/wrong.tsx";
import { Rejects } from "./rejects.tsx";
import { type Import, oneImport } from "./source.ts";

/** An import as it goes on, and what came of it. */
export function Incoming({
  id,
  onAgain,
  onAnother,
}: {
  readonly id: string;
  readonly onAgain: () => void;
  readonly onAnother: () => void;
}) {
  const t = useTranslations("setUp");
  const { data, error } = useQuery(oneImport(id));
  const stop = useMutation({ mutationFn: () => send("POST", `/api/sources/imports/${id}/stop`), onError: tellError });
  if (data === undefined) return error === null ? <Skeleton height={160} /> : <Wrong error={error} />;
  return (
    <Stack component="section" gap="md" aria-live="polite">
      <Title order={2} size="h3">
        {data.name}
      </Title>
      {data.state === "running" && <Going one={data} onStop={() => stop.mutate()} />}
      {data.state === "done" && <Done one={data} />}
      {(data.state === "failed" || data.state === "stopped") && (
        <Alert color="red" role="alert" title={t(data.state === "stopped" ? "wasStopped" : "hasFailed")}>
          {data.words}
        </Alert>
      )}
      {data.state !== "running" && (
        <Group>
          {data.state === "done" && <Button renderRoot={(props) => <Link to="/" {...props} />}>{t("toGaps")}</Button>}
          {data.state !== "done" && <Button onClick={onAgain}>{t("again")}</Button>}
          <Button variant="default" onClick={onAnother}>
            {t("another")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Going({ one: { rows, about }, onStop }: { readonly one: Import; readonly onStop: () => void }) {
  const t = useTranslations("setUp");
  const format = useFormatter();
  const share = about === null || about === 0 ? 100 : Math.min(100, (rows / about) * 100);
  return (
    <Stack gap="xs">
      <Progress.Root size="lg">
        <Progress.Section value={share} aria-label={t("comingIn")} animated />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="sm">
          {about === null
            ? t("rowsRead", { rows: format.number(rows) })
            : t("rowsOf", { rows: format.number(rows), about: format.number(about) })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onStop}>
          {t("stop")}
        </Button>
      </Group>
    </Stack>
  );
}

function Done({ one: { id, result } }: { readonly one: Import }) {
  const t = useTranslations("setUp");
  const format = useFormatter();
  const { day } = useOwnTime();
  if (result === null) return null;
  const { events, duplicates, rejected, unknown_events: unknown, unreadable, first, last } = result;
  return (
    <Stack gap="xs">
      <Text fw={600}>{t("added", { events })}</Text>
      {first !== null && last !== null && <Text size="sm">{t("between", { first: day(first), last: day(last) })}</Text>}
      {duplicates > 0 && <Text size="sm">{t("duplicates", { count: duplicates })}</Text>}
      {unknown.length > 0 && (
        <Text size="sm">
          {t("unknownEvents")} {unknown.map(({ name, count }) => `${name} (${format.number(count)})`).join(", ")}.{" "}
          <TextLink size="sm" to="/set-up/experience">
            {t("toExperience")}
          </TextLink>
        </Text>
      )}
      {unreadable.map(({ property, type, count }) => (
        <Text size="sm" key={property}>
          {t("unreadable", { property, type, count: format.number(count) })}
        </Text>
      ))}
      {rejected > 0 && <Rejects id={id} rejected={rejected} />}
    </Stack>
  );
}
