import { NativeSelect, Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { scaleStart } from "../../report/chart/rate.ts";
import { formatGoal } from "../../report/format/rate.ts";
import { signature } from "../../report/page/signature.ts";
import { byWeight } from "../../report/words/lead.ts";
import { moveOf } from "../../report/words/trend.ts";
import type { Filter } from "../filter/filter.ts";
import { type Column, sortOf, sortText } from "../ui/column.ts";
import { Picture } from "../ui/picture.tsx";
import { SortedTable } from "../ui/sorted-table.tsx";
import { Who } from "../ui/who.tsx";
import type { Value } from "../value/query.ts";
import { KeptCell, SaysCell, TrendCell } from "./cells.tsx";
import { CostCell, totalCost } from "./cost-cell.tsx";
import type { GapRow, Gaps } from "./query.ts";
import "./gaps.css";

const GROUPS = ["journey", "team"] as const;
type Group = (typeof GROUPS)[number];

interface Shown {
  readonly gaps: Gaps;
  readonly filter: Filter;
  readonly value: Value | undefined;
  readonly measuring: boolean;
}

/** Each promise as a row; what matters most comes first, unless one sorts it otherwise. */
export function GapsTable({
  sort = "",
  group,
  onLook,
  ...shown
}: Shown & {
  readonly sort: string | undefined;
  readonly group: Group | undefined;
  readonly onLook: (look: { sort?: string | undefined; group?: Group | undefined }) => void;
}) {
  const t = useTranslations("gaps");
  const { gaps } = shown;
  const from = scaleStart(
    gaps.promises,
    gaps.promises.map(({ goal }) => goal),
  );
  const columns = columnsOf(t, shown, from);
  const rows = useMemo(() => gaps.promises.toSorted(byWeight), [gaps]);
  const groups = [{ value: "", label: t("noGroup") }, ...GROUPS.map((value) => ({ value, label: t(value) }))];
  const groupOf = (row: GapRow) => (group === "team" ? (row.team ?? t("nobody")) : (row.journey ?? t("noJourney")));
  return (
    <>
      <SortedTable
        caption={t("promises")}
        name="promises"
        columns={columns}
        rows={rows}
        keyOf={({ promise }) => promise}
        sort={sortOf(sort)}
        onSort={(next) => onLook({ sort: sortText(next) || undefined })}
        groupOf={group === undefined ? undefined : groupOf}
        tools={
          <NativeSelect
            size="xs"
            aria-label={t("groupBy")}
            data={groups}
            value={group ?? ""}
            onChange={({ currentTarget: { value } }) => onLook({ group: GROUPS.find((one) => one === value) })}
          />
        }
      />
      <Text size="xs" c="dimmed" mt="xs">
        {t("scale", { from: formatGoal(from) })}
      </Text>
    </>
  );
}

function columnsOf(
  t: ReturnType<typeof useTranslations<"gaps">>,
  { gaps: { currency }, filter, value, measuring }: Shown,
  from: number,
): readonly Column<GapRow>[] {
  const expectations = new Map((value?.expectations ?? []).map((one) => [one.promise, one]));
  return [
    {
      id: "says",
      head: t("promise"),
      kind: "words",
      value: ({ says }) => says,
      cell: (gap) => <SaysCell gap={gap} filter={filter} />,
    },
    {
      id: "line",
      head: t("line"),
      kind: "picture",
      cell: (gap) => <Picture of={signature(gap, { currency, expectations }, "small")} />,
    },
    {
      id: "kept",
      head: t("kept"),
      kind: "picture",
      value: (gap) => gap.kept_rate,
      cell: (gap) => <KeptCell gap={gap} filter={filter} from={from} />,
    },
    {
      id: "trend",
      head: t("trend"),
      kind: "picture",
      value: (gap) => moveOf(gap.by_month)?.points ?? null,
      cell: (gap) => <TrendCell gap={gap} />,
    },
    {
      id: "cost",
      head: t("cost"),
      kind: "words",
      largestFirst: true,
      value: (gap) => totalCost(gap, value),
      cell: (gap) => <CostCell gap={gap} value={value} measuring={measuring} currency={currency} />,
    },
    { id: "who", head: t("who"), kind: "words", value: ({ team }) => team, cell: (gap) => <Who {...gap} /> },
  ];
}
