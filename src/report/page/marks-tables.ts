import type { PromiseGap, Quantiles } from "../../gaps/gap.ts";
import { formatCount } from "../format/count.ts";
import { type Axis, formatQuantity } from "../format/quantity.ts";
import { columnsOf } from "../marks/columns.ts";
import { isFew, type ThreeMarks, threeMarks } from "../marks/three-marks.ts";
import { html, type Markup } from "../markup.ts";
import type { Context } from "./context.ts";
import { dataTable, disclosure } from "./table.ts";

const QUANTILES = [
  { head: "What", kind: "words" },
  { head: "Known", kind: "number" },
  { head: "Mean", kind: "number" },
  { head: "1 in 10 at most", kind: "number" },
  { head: "Half", kind: "number" },
  { head: "9 in 10", kind: "number" },
  { head: "99 in 100", kind: "number" },
] as const;

const STRETCHES = [
  { head: "From", kind: "words" },
  { head: "To", kind: "number" },
  { head: "Within expected", kind: "number" },
  { head: "Beyond", kind: "number" },
] as const;

/** The numbers behind the three-mark line. */
export function marksTables(gap: PromiseGap, context: Context): Markup | null {
  const marks = threeMarks(gap, context.currency);
  if (marks === null) return null;
  const rows = (["delivered", "expected", "target"] as const).flatMap((name) => {
    const quantiles = gap[name];
    return quantiles === null ? [] : [[name, ...numbers(quantiles, marks.axis)]];
  });
  const quantiles = dataTable(`Delivered, expected and target: ${gap.promise}`, QUANTILES, rows);
  return disclosure("The picture as a table", html`${quantiles}${stretches(gap, marks)}`);
}

function numbers(quantiles: Quantiles, axis: Axis): string[] {
  const places = [quantiles.mean, quantiles.p10, quantiles.p50, quantiles.p90, quantiles.p99];
  return [formatCount(quantiles.n), ...places.map((place) => formatQuantity(place, axis))];
}

function stretches(gap: PromiseGap, marks: ThreeMarks): Markup | null {
  const first = marks.bins[0];
  const last = marks.bins.at(-1);
  if (first === undefined || last === undefined) return null;
  // Neighbouring bins are put together, never split, so that every number is a true count.
  const per = isFew(marks) ? 1 : Math.ceil(marks.bins.length / 16);
  const groups = Array.from({ length: Math.ceil(marks.bins.length / per) }, (_, i) =>
    marks.bins.slice(i * per, (i + 1) * per),
  );
  const say = (value: number) => formatQuantity(value, marks.axis);
  const rows = groups.flatMap((group) => {
    const [one] = columnsOf(group, group[0]?.from ?? 0, group.at(-1)?.to ?? 0, 1);
    if (one === undefined || one.within + one.beyond === 0) return [];
    const [from, to] = marks.axis.unit === "times" ? [one.from + 0.5, one.to - 0.5] : [one.from, one.to];
    return [[say(from), say(to), formatCount(one.within), formatCount(one.beyond)]];
  });
  const aside = [
    ...(marks.below > 0 ? [["before the axis", say(marks.from), formatCount(marks.below), ""]] : []),
    ...(marks.above > 0 ? [["after the axis", "", "", formatCount(marks.above)]] : []),
    ...(marks.never > 0 ? [["never", "", "", formatCount(marks.never)]] : []),
  ];
  return dataTable(`What was delivered, stretch by stretch: ${gap.promise}`, STRETCHES, [...rows, ...aside]);
}
