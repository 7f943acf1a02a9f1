import type { PromiseGap, Slice } from "../../gaps/gap.ts";
import { rateDot } from "../chart/rate.ts";
import { formatCount } from "../format/count.ts";
import { formatMonth } from "../format/moment.ts";
import { formatBriefQuantity } from "../format/quantity.ts";
import { formatInterval, formatRate } from "../format/rate.ts";
import { formatScore } from "../format/score.ts";
import { type Hole, html, type Markup } from "../markup.ts";
import { broken } from "../words/counts.ts";
import type { Context } from "./context.ts";
import { type Column, dataTable, disclosure } from "./table.ts";

const SHOWN = 8;

/** A promise cut by one dimension: each value with its kept rate, what was delivered in the middle, and how it was felt. */
export function sliceTable(
  caption: string,
  word: string,
  slices: readonly Slice[],
  gap: PromiseGap,
  context: Context,
  kind: "value" | "month" = "value",
): Markup {
  const columns = columnsOf(word, slices, gap);
  const rows = slices.map((slice) => rowOf(slice, gap, context, kind, columns));
  if (kind === "month" || rows.length <= SHOWN + 2) return dataTable(caption, columns, rows);
  const rest = dataTable(`${caption} (the rest)`, columns, rows.slice(SHOWN));
  return html`${dataTable(caption, columns, rows.slice(0, SHOWN))}${disclosure(`The other ${rows.length - SHOWN}`, rest)}`;
}

/** A column that would be empty in every row is left out. */
function columnsOf(word: string, slices: readonly Slice[], gap: PromiseGap): Column[] {
  const delivered =
    gap.delivered !== null && gap.delivered.unit !== "done" && slices.some((slice) => slice.delivered_p50 !== null);
  const felt = slices.some((slice) => slice.felt.mean !== null);
  return [
    { head: word, kind: "words" },
    { head: "Kept", kind: "number" },
    { head: "95% interval", kind: "picture" },
    { head: "Broken", kind: "number" },
    { head: "Asked", kind: "number" },
    ...(delivered ? [{ head: middleHead(gap), kind: "number" } as const] : []),
    ...(felt ? [{ head: "Felt", kind: "number" } as const] : []),
  ];
}

function rowOf(
  slice: Slice,
  gap: PromiseGap,
  context: Context,
  kind: "value" | "month",
  columns: readonly Column[],
): Hole[] {
  const name =
    slice.key === null ? html`<span class="none">none</span>` : kind === "month" ? formatMonth(slice.key) : slice.key;
  const cells: Readonly<Record<string, Hole>> = {
    [middleHead(gap)]: half(slice, gap, context),
    Felt: slice.felt.mean === null ? "–" : formatScore(slice.felt.mean),
  };
  const dot = rateDot(slice, gap.goal, context.rateFrom, `Kept rate: ${slice.key ?? "none"}`);
  const interval = html`<span class="with-dot">${dot}<span class="soft">${formatInterval(slice.kept_rate_interval)}</span></span>`;
  const rate =
    slice.kept_rate === null
      ? html`<span class="none">no evidence</span>`
      : html`<b>${formatRate(slice.kept_rate)}</b>`;
  const first = [
    name,
    rate,
    slice.kept_rate === null ? null : interval,
    formatCount(broken(slice)),
    formatCount(slice.asked),
  ];
  return [...first, ...columns.slice(first.length).map((column) => cells[column.head] ?? null)];
}

function middleHead(gap: PromiseGap): string {
  return gap.delivered?.unit === "seconds" ? "Half by" : "Middle";
}

function half(slice: Slice, gap: PromiseGap, context: Context): string {
  const unit = gap.delivered?.unit;
  if (slice.delivered_p50 === null || unit === undefined) return "–";
  return formatBriefQuantity(slice.delivered_p50, { unit, currency: context.currency });
}
