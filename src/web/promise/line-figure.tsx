import { useTranslations } from "use-intl";
import type { Quantiles } from "../../gaps/gap.ts";
import type { Cell } from "../../report/format/csv.ts";
import { formatQuantity } from "../../report/format/quantity.ts";
import { columnsOf } from "../../report/marks/columns.ts";
import { isFew, type ThreeMarks, threeMarks } from "../../report/marks/three-marks.ts";
import { signature } from "../../report/page/signature.ts";
import { judged } from "../../report/words/counts.ts";
import type { PromiseExpectation } from "../../value/expectation/measure.ts";
import { DataTable } from "../ui/data-table.tsx";
import { Figure } from "../ui/figure.tsx";
import { Picture } from "../ui/picture.tsx";
import type { PromiseAnswer } from "./query.ts";

/** The three-mark line in full, with the counts behind it as its table. */
export function LineFigure({
  gap,
  expectation,
}: {
  readonly gap: PromiseAnswer;
  readonly expectation: PromiseExpectation | undefined;
}) {
  const t = useTranslations("promise");
  const { promise, currency } = gap;
  const marks = threeMarks(gap, currency);
  const expectations = new Map(expectation === undefined ? [] : [[promise, expectation]]);
  const data =
    marks === null
      ? {
          columns: [t("what"), t("count")],
          rows: [
            [t("keptHead"), gap.kept],
            [t("broken"), judged(gap) - gap.kept],
          ],
        }
      : { columns: [t("stretchFrom"), t("stretchTo"), t("within"), t("beyond")], rows: stretches(marks, t) };
  return (
    <Figure title={t("line")} name={`${promise}-line`} data={data}>
      <Picture of={signature(gap, { currency, expectations }, "large")} />
    </Figure>
  );
}

type T = ReturnType<typeof useTranslations<"promise">>;

/** Neighbouring bins are put together, never split, so that every number is a true count. */
function stretches(marks: ThreeMarks, t: T): Cell[][] {
  const per = isFew(marks) ? 1 : Math.ceil(marks.bins.length / 16);
  const say = (value: number) => formatQuantity(value, marks.axis);
  const half = marks.axis.unit === "times" ? 0.5 : 0;
  const rows: Cell[][] = [];
  for (let i = 0; i < marks.bins.length; i += per) {
    const group = marks.bins.slice(i, i + per);
    const [one] = columnsOf(group, group[0]?.from ?? 0, group.at(-1)?.to ?? 0, 1);
    if (one === undefined || one.within + one.beyond === 0) continue;
    rows.push([say(one.from + half), say(one.to - half), Math.round(one.within), Math.round(one.beyond)]);
  }
  if (marks.below > 0) rows.unshift([t("beforeAxis"), say(marks.from), marks.below, null]);
  if (marks.above > 0) rows.push([t("afterAxis"), null, null, marks.above]);
  if (marks.never > 0) rows.push([t("never"), null, null, marks.never]);
  return rows;
}

/** Delivered, expected and target, from the least to the most. */
export function QuantilesTable({ gap }: { readonly gap: PromiseAnswer }) {
  const t = useTranslations("promise");
  const { currency } = gap;
  const kinds = ["delivered", "expected", "target"] as const;
  const rows = kinds.flatMap((kind) => {
    const quantiles: Quantiles | null = gap[kind];
    if (quantiles === null || quantiles.unit === "done") return [];
    const { unit, n, mean, p10, p50, p90, p99 } = quantiles;
    return [[t(kind), n, ...[mean, p10, p50, p90, p99].map((place) => formatQuantity(place, { unit, currency }))]];
  });
  if (rows.length === 0) return null;
  const columns = [t("what"), t("known"), t("mean"), t("p10"), t("p50"), t("p90"), t("p99")];
  return <DataTable caption={t("line")} columns={columns} rows={rows} />;
}
