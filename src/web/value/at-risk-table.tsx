import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { atRiskRows } from "../../report/words/equity-at-risk.ts";
import type { EquityAtRisk } from "../../value/findings/equity-at-risk.ts";
import type { Column } from "../ui/column.ts";
import { TextLink } from "../ui/link.tsx";
import { SortedTable } from "../ui/sorted-table.tsx";

/** Which broken promises put how much at risk. */
export function AtRiskTable({ found, currency }: { readonly found: EquityAtRisk; readonly currency: string | null }) {
  const t = useTranslations("value");
  const rows = atRiskRows(found, currency);
  const columns: readonly Column<(typeof rows)[number]>[] = [
    {
      id: "promise",
      head: t("promise"),
      kind: "words",
      value: ({ says }) => says,
      cell: ({ promise, says }) => (
        <TextLink inherit c="inherit" underline="always" to="/promises/$name" params={{ name: promise }}>
          {says}
        </TextLink>
      ),
    },
    {
      id: "at-risk",
      head: t("amount"),
      kind: "number",
      largestFirst: true,
      value: ({ at_risk }) => Math.round(at_risk),
      cell: ({ amount }) => amount,
    },
    { id: "takes", head: t("takes"), kind: "words", value: ({ takes }) => takes },
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <Text component="h3" fw={650} mt="md">
        {t("byPromise")}
      </Text>
      <SortedTable
        caption={t("byPromise")}
        name="equity-at-risk"
        columns={columns}
        rows={rows}
        keyOf={({ promise }) => promise}
      />
    </>
  );
}
