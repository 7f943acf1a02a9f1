import { Stack, Table, Text, Title } from "@mantine/core";
import { useTranslations } from "use-intl";
import { WideTable } from "../../ui/wide-table.tsx";
import type { Look } from "./source.ts";

/** The first rows as they would be read, those that can be no events with the reason. */
export function FirstRows({ look: { rows, rejects, sample } }: { readonly look: Look }) {
  const t = useTranslations("setUp");
  if (rows.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t("firstRows")}
      </Title>
      {rejects.length > 0 && (
        <Text size="sm">
          {t("someRejected", { sample: String(sample) })}{" "}
          {rejects.map(({ reason, count }) => `${reason} (${count})`).join(", ")}.
        </Text>
      )}
      <WideTable
        name={t("firstRows")}
        minWidth={560}
        heads={[t("customer"), t("event"), t("time"), t("properties")]}
        verticalSpacing={4}
        fz="sm"
      >
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file do not move.
          <Table.Tr key={i}>
            <Table.Td>{row.customer}</Table.Td>
            <Table.Td>{row.name}</Table.Td>
            <Table.Td>
              {row.reason === "" ? (
                row.at.replace("T", " ").replace(".000Z", " UTC")
              ) : (
                <Text span size="sm" fw={600} c="var(--broken)">
                  {row.reason}
                </Text>
              )}
            </Table.Td>
            <Table.Td c="dimmed">{shortly(row.properties)}</Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
    </Stack>
  );
}

/** `{"total":"12"}` as `total 12`. */
function shortly(properties: string): string {
  const all = Object.entries(JSON.parse(properties) as Record<string, unknown>);
  return all.map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`).join(" · ");
}
