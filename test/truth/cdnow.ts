import { readFileSync } from "node:fs";
import { dataFile } from "./value-item.ts";

/** One customer of CDNOW in days: of the calibration period, and how often they bought after it. */
export interface Buyer {
  readonly customer: string;
  readonly repeats: number;
  readonly latest: number;
  readonly known: number;
  /** Mean of what each later day's purchases came to. */
  readonly spend: number;
  readonly later: readonly number[];
}

export const CDNOW = "cdnow/CDNOW_sample.txt";
const DAY = 86_400_000;

/** Days since 1970 on which each customer bought, with what they came to. */
export function cdnowDays(): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const customers = new Map<string, Map<number, number>>();
  for (const line of readFileSync(dataFile(CDNOW), "utf8").split("\n")) {
    const [, customer = "", date = "", , dollars = ""] = line.trim().split(/\s+/);
    if (customer === "") continue;
    const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / DAY;
    const days = customers.get(customer) ?? new Map<number, number>();
    customers.set(customer, days.set(day, (days.get(day) ?? 0) + Number(dollars)));
  }
  return customers;
}

export const CALIBRATED = Date.UTC(1997, 8, 30) / DAY;

/** In the order of the sample's ids. */
export function cdnowBuyers(until = CALIBRATED): readonly Buyer[] {
  return [...cdnowDays()].sort().flatMap(([customer, amounts]) => {
    const days = [...amounts.keys()].sort((a, b) => a - b);
    const first = days[0] ?? 0;
    const known = days.filter((day) => day <= until);
    if (known.length === 0) return [];
    const repeats = known.slice(1);
    const spent = repeats.reduce((sum, day) => sum + (amounts.get(day) ?? 0), 0);
    const spend = repeats.length === 0 ? 0 : spent / repeats.length;
    const later = days.filter((day) => day > until).map((day) => day - until);
    return [
      { customer, repeats: repeats.length, latest: (known.at(-1) ?? 0) - first, known: until - first, spend, later },
    ];
  });
}
