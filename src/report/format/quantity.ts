import { scaleLinear } from "d3-scale";
import type { Quantiles } from "../../gaps/gap.ts";
import { formatAmount } from "./amount.ts";
import { formatNumber } from "./count.ts";
import { durationTicks, formatBriefDuration, formatDuration, formatDurationTicks } from "./duration.ts";

/** What lies on a promise's axis: the kind of number and, for amounts, the currency. */
export interface Axis {
  readonly unit: Quantiles["unit"];
  readonly currency: string | null;
}

/** A number of the axis as a person says it: "2.1 days", "3 times", "€12.50". */
export function formatQuantity(value: number, axis: Axis): string {
  switch (axis.unit) {
    case "seconds":
      return formatDuration(value);
    case "times":
      return `${formatNumber(value)}\u00a0${Math.abs(value) === 1 ? "time" : "times"}`;
    case "amount":
      return formatAmount(value, axis.currency);
    case "done":
      return value >= 1 ? "done" : "not done";
  }
}

/** The same where room is short: "2.1 d", "3×", "€12.50". */
export function formatBriefQuantity(value: number, axis: Axis): string {
  switch (axis.unit) {
    case "seconds":
      return formatBriefDuration(value);
    case "times":
      return `${formatNumber(value)}×`;
    case "amount":
      return formatAmount(value, axis.currency);
    case "done":
      return value >= 1 ? "done" : "not done";
  }
}

/** Round places on the axis with their labels, about `wanted` of them. */
export function axisTicks(from: number, to: number, wanted: number, axis: Axis): { at: number; label: string }[] {
  // A stretch too fine for the numbers of the machine has no round places in it.
  if (!(to - from > Math.max(1e-12, 1e-9 * Math.max(Math.abs(from), Math.abs(to))))) return [];
  if (axis.unit === "seconds") {
    const ticks = durationTicks(from, to, wanted);
    const labels = formatDurationTicks(ticks);
    return ticks.map((at, i) => ({ at, label: labels[i] ?? "" }));
  }
  const ticks = scaleLinear().domain([from, to]).ticks(wanted);
  const shown = axis.unit === "times" ? ticks.filter(Number.isInteger) : ticks;
  return shown.map((at) => ({
    at,
    label: axis.unit === "amount" ? formatAmount(at, axis.currency) : formatNumber(at),
  }));
}
