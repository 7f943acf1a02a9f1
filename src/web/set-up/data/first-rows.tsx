import { Stack, Table, Text, Title } from "@mantine/core";
import { useTranslations } from "use-intl";
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
      <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-label={t("firstRows")}>
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("customer")}</Table.Th>
              <Table.Th>{t("event")}</Table.Th>
              <Table.Th>{t("time")}</Table.Th>
              <Table.Th>{t("properties")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
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
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

/** `{"total":"12"}` as `total 12`. */
function shortly(properties: string): string {
  const all = Object.entries(JSON.parse(properties) as Record<string, unknown>);
  return all.map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`).join(" · ");
}
