import { Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { get } from "../api/call.ts";
import { csvOf } from "../ui/csv.ts";
import { saveFile } from "../ui/save.ts";
import { usePeople } from "./everybody.tsx";

interface Entry {
  readonly number: number;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Page {
  readonly entries: readonly Entry[];
  readonly next: string | null;
}

/** What was done by whom, newest first; nobody can change it. */
export function Audit() {
  const t = useTranslations("people");
  const format = useFormatter();
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
  const whoOf = (id: string) => people?.find((person) => person.id === id)?.name ?? id;
  return (
    <Stack component="section" gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t("audit")}
        </Title>
        <Button size="compact-sm" variant="default" onClick={() => void save(whoOf)}>
          {t("auditCsv")}
        </Button>
      </Group>
      {check !== undefined && (
        <Text size="sm" c={check.whole ? "dimmed" : "var(--broken)"}>
          {check.whole ? t("auditWhole") : t("auditTorn")}
        </Text>
      )}
      <Table.ScrollContainer minWidth={620} type="native" tabIndex={0} role="region" aria-label={t("audit")}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("when")}</Table.Th>
              <Table.Th>{t("who")}</Table.Th>
              <Table.Th>{t("what")}</Table.Th>
              <Table.Th>{t("toWhat")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map(({ number, at, actor, action, subject, details }) => (
              <Table.Tr key={number}>
                <Table.Td>{format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}</Table.Td>
                <Table.Td>{whoOf(actor.id)}</Table.Td>
                <Table.Td>{action}</Table.Td>
                <Table.Td c="dimmed">
                  {whoOf(subject)} {Object.keys(details).length > 0 && JSON.stringify(details)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {hasNextPage && (
        <Button variant="subtle" w="fit-content" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("older")}
        </Button>
      )}
    </Stack>
  );
}

/** The whole log as a table, page by page. */
async function save(whoOf: (id: string) => string): Promise<void> {
  const all: Entry[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: Page = await get<Page>("/api/audit", { limit: 500, after });
    all.push(...page.entries);
    after = page.next;
  }
  const rows = all.map(({ number, at, actor, action, subject, details }) => [
    number,
    at,
    whoOf(actor.id),
    action,
    subject,
    JSON.stringify(details),
  ]);
  const text = csvOf(["number", "at", "who", "what", "subject", "details"], rows);
  saveFile("audit.csv", new Blob([text], { type: "text/csv" }));
}
