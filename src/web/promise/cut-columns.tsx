import { Anchor, Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import type { Slice } from "../../gaps/gap.ts";
import { rateDot, scaleStart } from "../../report/chart/rate.ts";
import { formatCount } from "../../report/format/count.ts";
import { formatMonth } from "../../report/format/moment.ts";
import { formatBriefQuantity } from "../../report/format/quantity.ts";
import { formatInterval, formatRate } from "../../report/format/rate.ts";
import { formatScore } from "../../report/format/score.ts";
import { broken } from "../../report/words/counts.ts";
import { standingOf } from "../../report/words/standing.ts";
import type { Filter } from "../filter/filter.ts";
import type { Column } from "../ui/column.ts";
import { Picture } from "../ui/picture.tsx";
import { type Cut, narrowed, REST } from "./cut.ts";
import type { PromiseAnswer } from "./query.ts";

/** The columns of a promise cut by one dimension; one that would be empty in every row is left out. */
export function useCutColumns(
  gap: PromiseAnswer,
  cut: Cut,
  head: string,
  filter: Filter,
  onFilter: (filter: Filter) => void,
): readonly Column<Slice>[] {
  const t = useTranslations("promise");
  const { kind, slices } = cut;
  const { currency, delivered } = gap;
  const label = (key: string | null) =>
    key === null ? t("none") : key === REST ? t("rest") : kind === "month" ? formatMonth(key) : key;
  const part: Column<Slice> = {
    id: "key",
    head,
    kind: "words",
    value: ({ key }) => (kind === "month" ? key : label(key)),
    cell: ({ key }) => {
      const alone = narrowed(cut, key, filter);
      if (alone === null) return <span className={key === null ? "none" : undefined}>{label(key)}</span>;
      return (
        <Anchor
          component="button"
          type="button"
          inherit
          ta="start"
          c="inherit"
          underline="always"
          aria-label={t("only", { name: label(key) })}
          onClick={() => onFilter({ ...filter, ...alone })}
        >
          {label(key)}
        </Anchor>
      );
    },
  };
  const middle = (unit: NonNullable<typeof delivered>["unit"]): Column<Slice> => ({
    id: "delivered",
    head: unit === "seconds" ? t("halfBy") : t("middle"),
    kind: "number",
    value: (slice) => slice.delivered_p50,
    cell: ({ delivered_p50: half }) => (half === null ? "–" : formatBriefQuantity(half, { unit, currency })),
  });
  const felt: Column<Slice> = {
    id: "felt",
    head: t("feltHead"),
    kind: "number",
    value: (slice) => slice.felt.mean,
    cell: (slice) => (slice.felt.mean === null ? "–" : formatScore(slice.felt.mean)),
  };
  const measures = delivered !== null && delivered.unit !== "done" && slices.some((one) => one.delivered_p50 !== null);
  return [
    part,
    ...rates(t, gap, scaleStart(slices, [gap.goal])),
    ...(measures ? [middle(delivered.unit)] : []),
    ...(slices.some((slice) => slice.felt.mean !== null) ? [felt] : []),
  ];
}

function rates(t: ReturnType<typeof useTranslations<"promise">>, { goal }: PromiseAnswer, from: number) {
  return [
    {
      id: "rate",
      head: t("keptHead"),
      kind: "number",
      value: (slice) => slice.kept_rate,
      cell: (slice) =>
        slice.kept_rate === null ? (
          <span className="none">{formatRate(null)}</span>
        ) : (
          <b className={standingOf(slice, goal).kind}>{formatRate(slice.kept_rate)}</b>
        ),
    },
    {
      id: "dot",
      head: t("intervalHead"),
      kind: "picture",
      cell: (slice) => {
        const dot = rateDot(slice, goal, from, `${t("keptHead")}: ${slice.key ?? t("none")}`);
        return (
          dot !== null && (
            <>
              <Picture of={dot} />
              <Text size="xs" c="dimmed">
                {formatInterval(slice.kept_rate_interval)}
              </Text>
            </>
          )
        );
      },
    },
    {
      id: "broken",
      head: t("broken"),
      kind: "number",
      largestFirst: true,
      value: broken,
      cell: (slice) => formatCount(broken(slice)),
    },
    {
      id: "asked",
      head: t("askedHead"),
      kind: "number",
      largestFirst: true,
      value: (slice) => slice.asked,
      cell: (slice) => formatCount(slice.asked),
    },
  ] satisfies Column<Slice>[];
}
