import { Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import { csvOf } from "../../report/format/csv.ts";
import type { PAGE } from "../../server/people/audit.ts";
import { get } from "../api/call.ts";
import { useOwnTime } from "../ui/own-time.ts";
import { saveCsv } from "../ui/save.ts";
import { tellError } from "../ui/tell-error.ts";
import { WideTable } from "../ui/wide-table.tsx";
import { usePeople } from "./everybody.tsx";

type Page = z.output<typeof PAGE>;

/** What was done by whom, newest first; nobody can change it. */
export function Audit() {
  const t = useTranslations("people");
  const time = useOwnTime();
  const { data: people } = usePeople();
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["audit"],
    queryFn: ({ pageParam, signal }) => get<Page>("/api/audit", { limit: 25, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const { data: check } = useQuery({
    queryKey: ["audit", "check"],
    queryFn: ({ signal }) => get<{ readonly whole: boolean }>("/api/audit/check", {}, signal),
  });
  const entries = (data?.pages ?? []).flatMap((page) => page.entries);
  const whoIn = (pages: readonly Page[]) => {
    const keys = Object.assign({}, ...pages.map((page) => page.keys)) as Page["keys"];
    return (id: string) => people?.find((person) => person.id === id)?.name ?? keys[id] ?? id;
  };
  const whoOf = whoIn(data?.pages ?? []);
  const file = useMutation({ mutationFn: () => save(whoIn), onError: tellError });
  return (
    <Stack component="section" gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t("audit")}
        </Title>
        <Button size="compact-sm" variant="default" loading={file.isPending} onClick={() => file.mutate()}>
          {t("auditCsv")}
        </Button>
      </Group>
      <Text size="sm" mih="1.55em" c={check?.whole === false ? "var(--broken)" : "dimmed"}>
        {check !== undefined && (check.whole ? t("auditWhole") : t("auditTorn"))}
      </Text>
      <WideTable
        name={t("audit")}
        minWidth={820}
        stacked
        heads={[t("when", { zone: time.zone }), t("who"), t("what"), t("toWhat")]}
        fz="sm"
        verticalSpacing={4}
      >
        {entries.map(({ number, at, actor, action, subject, details }) => (
          <Table.Tr key={number}>
            <Table.Td className="whole" data-label={t("when", { zone: time.zone })}>
              {time.moment(at)}
            </Table.Td>
            <Table.Td className="whole">{whoOf(actor.id)}</Table.Td>
            <Table.Td className="whole">{action}</Table.Td>
            <Table.Td c="dimmed">
              {whoOf(subject)} {Object.keys(details).length > 0 && JSON.stringify(details)}
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
      {hasNextPage && (
        <Button variant="subtle" w="fit-content" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("older")}
        </Button>
      )}
    </Stack>
  );
}

/** The whole log as a table, page by page. */
async function save(whoIn: (pages: readonly Page[]) => (id: string) => string): Promise<void> {
  const pages: Page[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: Page = await get<Page>("/api/audit", { limit: 500, after });
    pages.push(page);
    after = page.next;
  }
  const whoOf = whoIn(pages);
  const all = pages.flatMap(({ entries }) => entries);
  const rows = all.map(({ number, at, actor, action, subject, details }) => [
    number,
    at,
    whoOf(actor.id),
    action,
    subject,
    JSON.stringify(details),
  ]);
  saveCsv("audit", csvOf(["number", "at", "who", "what", "subject", "details"], rows));
}
