import { useTranslations } from "use-intl";
import type { LegUse } from "../../gaps/gap.ts";
import { formatDuration } from "../../report/format/duration.ts";
import { formatRate } from "../../report/format/rate.ts";
import { Bar } from "./bar.tsx";
import type { Column } from "./column.ts";
import { SortedTable, type SortedTableProps } from "./sorted-table.tsx";
import { Who } from "./who.tsx";

/** Where the time goes: each leg of the path, as it is when the promise is kept and when it is late. */
export function LegsTable<Leg extends LegUse>(props: Omit<SortedTableProps<Leg>, "columns">) {
  const columns = columnsOf(useTranslations("ui"), props.rows);
  return <SortedTable {...props} columns={columns} />;
}

function columnsOf(t: ReturnType<typeof useTranslations<"ui">>, legs: readonly LegUse[]) {
  const longest = Math.max(...legs.flatMap(({ kept_p50, late_p50 }) => [kept_p50 ?? 0, late_p50 ?? 0]), 1);
  const time = (seconds: number | null, tone: "within" | "beyond") => (
    <Bar share={(seconds ?? 0) / longest} tone={tone} says={seconds === null ? "–" : formatDuration(seconds)} />
  );
  return [
    { id: "leg", head: t("leg"), kind: "words", value: ({ from, to }) => `${from} → ${to}` },
    { id: "who", head: t("who"), kind: "words", value: ({ team }) => team, cell: (leg) => <Who {...leg} /> },
    {
      id: "when-kept",
      head: t("whenKept"),
      kind: "words",
      value: (leg) => leg.kept_p50,
      cell: (leg) => time(leg.kept_p50, "within"),
    },
    {
      id: "when-late",
      head: t("whenLate"),
      kind: "words",
      value: (leg) => leg.late_p50,
      cell: (leg) => time(leg.late_p50, "beyond"),
    },
    {
      id: "lost",
      head: t("lost"),
      kind: "number",
      largestFirst: true,
      value: (leg) => leg.excess_mean,
      cell: ({ excess_mean }) => (excess_mean === null ? "–" : formatDuration(excess_mean)),
    },
    {
      id: "of-late",
      head: t("ofLate"),
      kind: "words",
      largestFirst: true,
      value: (leg) => leg.share_of_late,
      cell: ({ share_of_late: share }) => (
        <Bar share={share ?? 0} tone="beyond" says={share === null ? "–" : formatRate(share)} />
      ),
    },
  ] satisfies Column<LegUse>[];
}
