import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Problem, send } from "../../api/call.ts";
import { Wrong } from "../../ui/wrong.tsx";
import { Diff } from "./diff.tsx";
import { current, oneVersion } from "./experience.ts";

/** Publishing with a reason; where somebody else published meanwhile, what they changed comes first. */
export function Publish({
  text,
  base,
  ready,
  onTakeOver,
  onPublished,
}: {
  readonly text: string;
  readonly base: number;
  readonly ready: boolean;
  readonly onTakeOver: (version: number, theirs: string | undefined) => void;
  readonly onPublished: (version: number) => void;
}) {
  const t = useTranslations("setUp");
  const asking = useQueryClient();
  const [why, setWhy] = useState("");
  const publish = useMutation({
    mutationFn: () => send<{ readonly version: number }>("PUT", "/api/experience", { text, why, from: base }),
    onSuccess: async ({ version }) => {
      setWhy("");
      onPublished(version);
      await asking.invalidateQueries({ queryKey: ["experience"] });
      await asking.invalidateQueries({ queryKey: ["setUp"] });
    },
    onError: () => asking.invalidateQueries({ queryKey: ["experience"] }),
  });
  const overtaken = publish.error instanceof Problem && publish.error.code === "overtaken";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate();
  };
  const goOn = (version: number, theirs: string | undefined) => {
    publish.reset();
    onTakeOver(version, theirs);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {publish.isSuccess && !ready && (
          <Alert role="status">{t("published", { version: String(publish.data.version) })}</Alert>
        )}
        {overtaken ? <Overtaken words={publish.error?.message ?? ""} onGoOn={goOn} /> : <Wrong error={publish.error} />}
        <Group align="flex-end">
          <TextInput
            label={t("why")}
            description={t("whyText")}
            required
            maxLength={1000}
            flex={1}
            miw={220}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Button type="submit" loading={publish.isPending} disabled={!ready || why.trim() === ""}>
            {t("publish")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Overtaken({
  words,
  onGoOn,
}: {
  readonly words: string;
  readonly onGoOn: (version: number, theirs: string | undefined) => void;
}) {
  const t = useTranslations("setUp");
  const { data: held } = useQuery({ ...current, staleTime: 0 });
  const version = held?.version ?? 0;
  const { data } = useQuery({ ...oneVersion(version), enabled: version > 0 });
  return (
    <Alert color="red" role="alert" title={words}>
      {data !== undefined && (
        <Stack gap="xs">
          <Text size="sm">{t("theirs", { by: data.by, why: data.why })}</Text>
          <Diff text={data.diff} />
          <Group>
            <Button size="compact-sm" variant="default" onClick={() => onGoOn(version, undefined)}>
              {t("keepMine", { version: String(version) })}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onGoOn(version, data.text)}>
              {t("takeTheirs")}
            </Button>
          </Group>
        </Stack>
      )}
    </Alert>
  );
}
