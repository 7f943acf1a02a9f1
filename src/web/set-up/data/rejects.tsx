import { Anchor, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { addressOf } from "../../api/call.ts";
import { WideTable } from "../../ui/wide-table.tsx";
import { rejectsOf } from "./source.ts";

/** The rows that could be no events: where they stand in the file, why, and what they say. */
export function Rejects({ id, rejected }: { readonly id: string; readonly rejected: number }) {
  const t = useTranslations("setUp");
  const { data, error } = useQuery(rejectsOf(id));
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t("rejected", { count: rejected })}
      </Title>
      {error !== null && <Text size="sm">{error.message}</Text>}
      {data !== undefined && (
        <>
          <Anchor
            size="sm"
            href={addressOf(`/api/sources/imports/${id}/rejects`, { format: "csv", limit: 100_000 })}
            download
          >
            {t("rejectsCsv")}
          </Anchor>
          <WideTable
            name={t("rejectedRows")}
            minWidth={480}
            heads={[t("line"), t("reason"), t("row")]}
            verticalSpacing={4}
            fz="sm"
          >
            {data.rejects.map(({ place, reason, row }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rejected rows of a finished import do not move.
              <Table.Tr key={i}>
                <Table.Td>{place ?? "–"}</Table.Td>
                <Table.Td>{reason}</Table.Td>
                <Table.Td c="dimmed">{row}</Table.Td>
              </Table.Tr>
            ))}
          </WideTable>
          {rejected > data.rejects.length && (
            <Text size="sm" c="dimmed">
              {t("firstRejects", { shown: data.rejects.length })}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}
