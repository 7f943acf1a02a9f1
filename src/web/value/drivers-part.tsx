import { Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { formatRate } from "../../report/format/rate.ts";
import { formatDifference, formatEnds } from "../../report/words/cost.ts";
import type { Driver, DriversOrRefusal } from "../../value/drivers/driver.ts";
import type { Column } from "../ui/column.ts";
import { SortedTable } from "../ui/sorted-table.tsx";
import { PromiseLink } from "./at-risk-table.tsx";

/** Which broken promises move the felt score most; or why that cannot be known. */
export function DriversPart({ drivers }: { readonly drivers: DriversOrRefusal }) {
  const t = useTranslations("value");
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <section aria-labelledby="drivers">
      <Title order={2} size="h3" id="drivers" mb="xs">
        {t("drivers")}
      </Title>
      {drivers.kind === "refusal" ? (
        <Text>{t("noDrivers", { reason: drivers.reason, needed: drivers.needed })}</Text>
      ) : (
        <>
          <Text size="sm">{t("driversText", { count: drivers.n, share: formatRate(drivers.explained) })}</Text>
          <SortedTable
            caption={t("drivers")}
            name="drivers"
            columns={columns}
            rows={drivers.promises}
            keyOf={({ promise }) => promise}
          />
        </>
      )}
    </section>
  );
}

function columnsOf(t: ReturnType<typeof useTranslations<"value">>): readonly Column<Driver>[] {
  return [
    {
      id: "promise",
      head: t("promise"),
      kind: "words",
      value: ({ says }) => says,
      cell: ({ promise, says }) => <PromiseLink promise={promise}>{says}</PromiseLink>,
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
