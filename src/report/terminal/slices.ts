import type { PromiseGap, Slice } from "../../gaps/gap.ts";
import { scaleStart } from "../chart/rate.ts";
import { formatMonth } from "../format/moment.ts";
import { type Axis, formatBriefQuantity } from "../format/quantity.ts";
import { formatInterval, formatRate } from "../format/rate.ts";
import { broken } from "../words/counts.ts";
import type { Ink } from "./ink.ts";
import { rateLine } from "./rate-line.ts";
import { countIn, cut, padEnd, padStart, plain, widthOf } from "./words.ts";

const SHOWN = 10;

/** A promise cut by one dimension: a line for each value, with its kept rate drawn on a common scale. */
export function sliceLines(
  head: string,
  slices: readonly Slice[],
  gap: PromiseGap,
  axis: Axis | null,
  width: number,
  ink: Ink,
): string[] {
  const months = head === "By month";
  const shown = months ? slices.slice(-24) : slices.slice(0, SHOWN);
  const from = scaleStart(shown, [gap.goal]);
  const names = shown.map((slice) =>
    slice.key === null ? "none" : plain(months ? formatMonth(slice.key) : slice.key),
  );
  const nameWidth = Math.min(width - 62, 30, Math.max(8, ...names.map(widthOf)));
  const lineWidth = Math.max(12, Math.min(44, width - nameWidth - 50));
  const rows = shown.map((slice, i) =>
    rowOf(slice, cut(names[i] ?? "", nameWidth), nameWidth, lineWidth, { gap, axis, from, ink }),
  );
  const rest = slices.length - shown.length;
  return [...rows, ...(rest > 0 ? [ink.soft(`and ${rest} more`)] : [])];
}

interface Around {
  readonly gap: PromiseGap;
  readonly axis: Axis | null;
  readonly from: number;
  readonly ink: Ink;
}

function rowOf(
  slice: Slice,
  name: string,
  nameWidth: number,
  lineWidth: number,
  { gap, axis, from, ink }: Around,
): string {
  const label = padEnd(name, nameWidth);
  if (slice.kept_rate === null) return `${label}  ${ink.soft("no evidence")}`;
  const middle =
    slice.delivered_p50 === null || axis === null || axis.unit === "done"
      ? ""
      : formatBriefQuantity(slice.delivered_p50, axis);
  const cells = [
    label,
    padStart(formatRate(slice.kept_rate), 6),
    rateLine(slice, gap.goal, from, lineWidth, ink),
    ink.soft(padEnd(formatInterval(slice.kept_rate_interval), 11)),
    padStart(`${countIn(broken(slice), 7)} broken`, 14),
    padStart(cut(middle, 9), 9),
  ];
  return cells.join("  ");
}
