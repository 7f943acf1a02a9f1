import { formatDay } from "../../report/format/moment.ts";
import type { Filter } from "./filter.ts";

export type Preset =
  | "last7"
  | "last30"
  | "last90"
  | "thisMonth"
  | "lastMonth"
  | "thisQuarter"
  | "lastQuarter"
  | "thisYear";

export interface Period {
  readonly from: string | undefined;
  /** Left open where it goes on: what comes in is seen, too. */
  readonly to: string | undefined;
}

/** Periods that people ask for, counted back from the judged moment, in days of the experience's time zone. */
export function presetsAt(asOf: string, timezone: string): readonly (Period & { readonly name: Preset })[] {
  const today = formatDay(asOf, timezone);
  const [year, month] = today.split("-").map(Number) as [number, number];
  const quarter = month - ((month - 1) % 3);
  const back = (days: number): Period => ({ from: dayAfter(today, 1 - days), to: undefined });
  return [
    { name: "last7", ...back(7) },
    { name: "last30", ...back(30) },
    { name: "last90", ...back(90) },
    { name: "thisMonth", from: firstOf(year, month), to: undefined },
    { name: "lastMonth", from: firstOf(year, month - 1), to: dayAfter(firstOf(year, month), -1) },
    { name: "thisQuarter", from: firstOf(year, quarter), to: undefined },
    { name: "lastQuarter", from: firstOf(year, quarter - 3), to: dayAfter(firstOf(year, quarter), -1) },
    { name: "thisYear", from: firstOf(year, 1), to: undefined },
  ];
}

/** A month as the filter says it: from its first day to its last. */
export function monthOf(key: string): Period {
  const [year, month] = key.split("-").map(Number) as [number, number];
  return { from: firstOf(year, month), to: dayAfter(firstOf(year, month + 1), -1) };
}

export const isSamePeriod = (a: Period, { from, to }: Pick<Filter, "from" | "to">): boolean =>
  a.from === from && a.to === to;

/** Months below 1 and above 12 are of other years. */
const firstOf = (year: number, month: number): string => dayOf(Date.UTC(year, month - 1, 1));
const dayAfter = (day: string, days: number): string => dayOf(Date.parse(day) + days * 86_400_000);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
