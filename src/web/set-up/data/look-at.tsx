import { Alert, Button, Group, Loader, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { send } from "../../api/call.ts";
import { Wrong } from "../../ui/wrong.tsx";
import { FirstRows } from "./first-rows.tsx";
import { MappingForm } from "./mapping-form.tsx";
import { type Import, look, type Mapping, oneImport } from "./source.ts";
import type { Handed } from "./upload.ts";

/** What was guessed of a file, put right by who knows it, before anything comes in. */
export function LookAt({
  handed,
  onBegun,
  onAnother,
}: {
  readonly handed: Handed;
  readonly onBegun: () => void;
  readonly onAnother: () => void;
}) {
  const t = useTranslations("setUp");
  const format = useFormatter();
  const [said, setSaid] = useState<Mapping>({});
  const { data, error, isFetching } = useQuery(look(handed.file, said));
  const asking = useQueryClient();
  const begin = useMutation({
    mutationFn: () => send<Import>("POST", "/api/sources/import", { file: handed.file, ...said }),
    onSuccess: (begun) => {
      asking.setQueryData(oneImport(begun.id).queryKey, begun);
      onBegun();
      return asking.invalidateQueries({ queryKey: ["imports", "all"] });
    },
  });
  const wrong = error ?? begin.error;
  return (
    <Stack component="section" gap="md">
      <Group gap="sm">
        <Title order={2} size="h3">
          {handed.name}
        </Title>
        {isFetching && <Loader size="xs" aria-label={t("looking")} />}
      </Group>
      {data !== undefined && (
        <Text c="dimmed" size="sm">
          {t("fileIs", {
            format: data.format,
            size: format.number(handed.bytes / 1024, { maximumFractionDigits: 0 }),
            rows: data.about === null ? "" : format.number(data.about),
          })}
        </Text>
      )}
      <Wrong error={wrong} />
      {data === undefined && error === null && <Skeleton height={340} />}
      {data !== undefined && (
        <>
          <MappingForm look={data} said={said} onSay={setSaid} />
          {data.trouble !== null && <Alert role="status">{data.trouble.words}</Alert>}
          <FirstRows look={data} />
        </>
      )}
      <Group>
        <Button
          onClick={() => begin.mutate()}
          loading={begin.isPending}
          disabled={data === undefined || error !== null || data.missing.length > 0 || data.trouble !== null}
        >
          {t("import")}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {t("another")}
        </Button>
      </Group>
    </Stack>
  );
}
