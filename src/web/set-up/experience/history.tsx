import { Accordion, Button, Group, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { get, send } from "../../api/call.ts";
import { useMay } from "../../session/me.ts";
import { useOwnTime } from "../../ui/own-time.ts";
import { Wrong } from "../../ui/wrong.tsx";
import { Diff } from "./diff.tsx";
import { oneVersion, type Version } from "./experience.ts";

interface Page {
  readonly versions: readonly Version[];
  readonly next: string | null;
}

/** What held before: who published it, when and why, what it changed; and the way back. */
export function History({ version: holds }: { readonly version: number }) {
  const t = useTranslations("setUp");
  const time = useOwnTime();
  const [open, setOpen] = useState<string | null>(null);
  const { data, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["experience", "history"],
    queryFn: ({ pageParam, signal }) => get<Page>("/api/experience/history", { limit: 20, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const versions = (data?.pages ?? []).flatMap((page) => page.versions);
  if (versions.length === 0) return null;
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h3">
        {t("publishedBefore")}
      </Title>
      <Accordion variant="separated" order={3} value={open} onChange={setOpen}>
        {versions.map(({ version, at, by, why, brings_back: back }) => (
          <Accordion.Item key={version} value={String(version)}>
            <Accordion.Control>
              <Text size="sm">
                <Text span fw={600} size="sm">
                  {t("version", { version: String(version) })}
                </Text>{" "}
                · {time.moment(at)} ({time.zone}) · {by}: {why}
                {back !== null && ` ${t("bringsBack", { version: String(back) })}`}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>{open === String(version) && <One version={version} holds={holds} />}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {hasNextPage && (
        <Button variant="subtle" w="fit-content" onClick={() => void fetchNextPage()}>
          {t("older")}
        </Button>
      )}
    </Stack>
  );
}

function One({ version, holds }: { readonly version: number; readonly holds: number }) {
  const may = useMay("experience:write");
  const { data } = useQuery(oneVersion(version));
  if (data === undefined) return <Skeleton height={120} />;
  return (
    <Stack gap="sm">
      <Diff text={data.diff} />
      {may && version !== holds && <RollBack to={version} from={holds} />}
    </Stack>
  );
}

function RollBack({ to, from }: { readonly to: number; readonly from: number }) {
  const t = useTranslations("setUp");
  const asking = useQueryClient();
  const [why, setWhy] = useState("");
  const back = useMutation({
    mutationFn: () => send("POST", "/api/experience/roll-back", { to, why, from }),
    onSettled: () => asking.invalidateQueries({ queryKey: ["experience"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    back.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Wrong error={back.error} mb="xs" />
      <Group align="flex-end">
        <TextInput
          label={t("whyBack")}
          required
          flex={1}
          miw={200}
          maxLength={1000}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={back.isPending} disabled={why.trim() === ""}>
          {t("rollBack", { version: String(to) })}
        </Button>
      </Group>
    </form>
  );
}
