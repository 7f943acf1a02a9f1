import { Badge, Stack, Table, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { useOwnTime } from "../../ui/own-time.ts";
import { WideTable } from "../../ui/wide-table.tsx";
import type { Preview } from "./experience.ts";

/** What a change would have done to the verdicts of last month. */
export function PreviewTable({ preview: { words, promises, from, share, columns } }: { readonly preview: Preview }) {
  const t = useTranslations("setUp");
  const format = useFormatter();
  const time = useOwnTime();
  const touched = promises.filter(({ moves, change }) => moves.length > 0 || change !== "changed");
  return (
    <Stack gap="xs" role="status">
      {words.map((one) => (
        <Text key={one} fw={600}>
          {one}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {t("previewSince", { day: time.day(from) })}
        {share < 1 && ` ${t("estimate", { share: format.number(share, { style: "percent" }) })}`}
      </Text>
      {touched.length > 0 && (
        <WideTable
          name={t("preview")}
          minWidth={420}
          heads={[t("promise"), t("moves"), { words: t("same"), ta: "right" }]}
          fz="sm"
          verticalSpacing={4}
        >
          {touched.map(({ promise, change, same, moves }) => (
            <Table.Tr key={promise}>
              <Table.Td>
                {promise}{" "}
                {change !== "changed" && (
                  <Badge variant="default" tt="none">
                    {t(`changes.${change}`)}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>
                {moves.map(({ from: was, to, count }) => (
                  <div key={`${was} ${to}`}>
                    {t("move", {
                      count: format.number(count),
                      from: t(`verdicts.${was}`),
                      to: t(`verdicts.${to}`),
                    })}
                  </div>
                ))}
              </Table.Td>
              <Table.Td ta="right">{format.number(same)}</Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
      {columns.map((one) => (
        <Text key={one} size="sm">
          {one}
        </Text>
      ))}
    </Stack>
  );
}
