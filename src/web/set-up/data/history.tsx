import { Badge, Button, Stack, Table, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { get } from "../../api/call.ts";
import type { Import } from "./source.ts";

interface Page {
  readonly imports: readonly Import[];
  readonly next: string | null;
}

/** The files that came in before. */
export function History() {
  const t = useTranslations("setUp");
  const format = useFormatter();
  const { data, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["imports", "all"],
    queryFn: ({ pageParam, signal }) => get<Page>("/api/sources/imports", { limit: 20, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const imports = (data?.pages ?? []).flatMap((page) => page.imports);
  if (imports.length === 0) return null;
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h3">
        {t("history")}
      </Title>
      <Table.ScrollContainer minWidth={620} type="native" tabIndex={0} role="region" aria-label={t("history")}>
        <Table verticalSpacing={6} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("file")}</Table.Th>
              <Table.Th>{t("when")}</Table.Th>
              <Table.Th>{t("by")}</Table.Th>
              <Table.Th ta="right">{t("eventsAdded")}</Table.Th>
              <Table.Th ta="right">{t("rowsRejected")}</Table.Th>
              <Table.Th>{t("state")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {imports.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>{one.name}</Table.Td>
                <Table.Td>
                  {format.dateTime(new Date(one.begun_at), { dateStyle: "medium", timeStyle: "short" })}
                </Table.Td>
                <Table.Td>{one.by}</Table.Td>
                <Table.Td ta="right">{one.result === null ? "–" : format.number(one.result.events)}</Table.Td>
                <Table.Td ta="right">{one.result === null ? "–" : format.number(one.result.rejected)}</Table.Td>
                <Table.Td>
                  <Badge variant="default" tt="none">
                    {t(`states.${one.state}`)}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {hasNextPage && (
        <Button variant="subtle" w="fit-content" onClick={() => void fetchNextPage()}>
          {t("older")}
        </Button>
      )}
    </Stack>
  );
}
