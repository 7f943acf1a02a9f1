import { Badge, Button, Stack, Table, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { get } from "../../api/call.ts";
import { useOwnTime } from "../../ui/own-time.ts";
import { WideTable } from "../../ui/wide-table.tsx";
import type { Import } from "./source.ts";

interface Page {
  readonly imports: readonly Import[];
  readonly next: string | null;
}

const isRunning = ({ imports }: Page): boolean => imports.some(({ state }) => state === "running");

/** The files that came in, and those that are coming in. */
export function History() {
  const t = useTranslations("setUp");
  const format = useFormatter();
  const time = useOwnTime();
  const { data, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["imports", "all"],
    queryFn: ({ pageParam, signal }) => get<Page>("/api/sources/imports", { limit: 20, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.some(isRunning) ? 1000 : false),
  });
  const imports = (data?.pages ?? []).flatMap((page) => page.imports);
  if (imports.length === 0) return null;
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h3">
        {t("history")}
      </Title>
      <WideTable
        name={t("history")}
        minWidth={620}
        stacked
        heads={[
          t("file"),
          t("when", { zone: time.zone }),
          t("by"),
          { words: t("eventsAdded"), ta: "right" },
          { words: t("rowsRejected"), ta: "right" },
          t("state"),
        ]}
        verticalSpacing={6}
        fz="sm"
      >
        {imports.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>{one.name}</Table.Td>
            <Table.Td className="whole" data-label={t("when", { zone: time.zone })}>
              {time.moment(one.begun_at)}
            </Table.Td>
            <Table.Td data-label={t("by")}>{one.by}</Table.Td>
            <Table.Td ta="right" data-label={t("eventsAdded")}>
              {one.result === null ? "–" : format.number(one.result.events)}
            </Table.Td>
            <Table.Td ta="right" data-label={t("rowsRejected")}>
              {one.result === null ? "–" : format.number(one.result.rejected)}
            </Table.Td>
            <Table.Td>
              <Badge variant="default" tt="none">
                {t(`states.${one.state}`)}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
      {hasNextPage && (
        <Button variant="subtle" w="fit-content" onClick={() => void fetchNextPage()}>
          {t("older")}
        </Button>
      )}
    </Stack>
  );
}
