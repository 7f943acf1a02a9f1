import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { formatRate } from "../../report/format/rate.ts";
import { formatDifference, formatEnds } from "../../report/words/cost.ts";
import type { Driver, DriversOrRefusal } from "../../value/drivers/driver.ts";
import type { Column } from "../ui/column.ts";
import { TextLink } from "../ui/link.tsx";
import { Section } from "../ui/section.tsx";
import { SortedTable } from "../ui/sorted-table.tsx";

/** Which broken promises move the felt score most; or why that cannot be known. */
export function DriversPart({ drivers }: { readonly drivers: DriversOrRefusal }) {
  const t = useTranslations("value");
  return (
    <Section title={t("drivers")} folds>
      {drivers.kind === "refusal" ? (
        <Text>{t("noDrivers", { reason: drivers.reason, needed: drivers.needed })}</Text>
      ) : (
        <>
          <Text size="sm">{t("driversText", { count: drivers.n, share: formatRate(drivers.explained) })}</Text>
          <SortedTable
            caption={t("drivers")}
            name="drivers"
            columns={columnsOf(t)}
            rows={drivers.promises}
            keyOf={({ promise }) => promise}
          />
        </>
      )}
    </Section>
  );
}

function columnsOf(t: ReturnType<typeof useTranslations<"value">>): readonly Column<Driver>[] {
  return [
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
      id: "share",
      head: t("share"),
      kind: "number",
      largestFirst: true,
      value: ({ share }) => share.value,
      cell: ({ share }) => (
        <div>
          <b>{formatRate(share.value)}</b>
          <Text size="xs" c="dimmed">
            {t("between", { low: formatRate(share.low), high: formatRate(share.high) })}
          </Text>
        </div>
      ),
    },
    {
      id: "points",
      head: t("points"),
      kind: "number",
      value: ({ points }) => points.value,
      cell: ({ points }) => (
        <div>
          <b>{formatDifference(points.value, "points", null)}</b>
          <Text size="xs" c="dimmed">
            {formatEnds(points, "points", null)}
          </Text>
        </div>
      ),
    },
    {
      id: "broken",
      head: t("brokenFor"),
      kind: "number",
      largestFirst: true,
      value: ({ broken }) => broken,
      cell: ({ broken }) => formatCount(broken),
    },
  ];
}
