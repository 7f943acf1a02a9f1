import type { Experience } from "../../language/experience.ts";
import { inOrder } from "../../language/in-order.ts";
import type { Store } from "../../storage/store.ts";
import type { OpenChance, PromiseBreaking } from "../breaking/measure.ts";
import type { Ground } from "./deficit.ts";
import { brokenOf, likelyOf, type Owed, readBroken } from "./owed.ts";
import { type Price, pricesOf } from "./price.ts";

/** A chance below this is no reason to act. */
export const LEAST_CHANCE = 0.05;

/** Everybody who is short of something, in sums and in order; what it takes to say of each of them why. */
export interface Ranking {
  /** Customers who are short of anything, or are likely to be. */
  readonly customers: number;
  /** In the currency; null where nobody knows what anything costs. */
  readonly total: number | null;
  readonly to_save: number | null;
  readonly prices: readonly Price[];
  /** Open promises in all, by promise: how well their chances are known. */
  readonly forecasts: readonly Omit<PromiseBreaking, "chances">[];
  /** The first of them and those who can be saved first, by what they are short of in all (`byDeficit`). */
  readonly ranked: readonly Owed[];
  /** Chances of those who are ranked, and the highest of all others; the highest first (`byChance`). */
  readonly chances: readonly OpenChance[];
  /** Open askings that have a chance at all. */
  readonly open: number;
}

/**
 * Puts everybody in order who is short of something: by what is broken and likely to break together, and where that
 * costs the same by the stakes. Named are the `most` who are short of most, and as many who can be saved first. Reads the
 * table `verdicts`.
 */
export async function rankDeficits(
  store: Store,
  experience: Experience,
  { costs, breaking }: Ground,
  most: number,
): Promise<Ranking> {
  const prices = pricesOf(experience, costs);
  const known = prices.some(({ amount }) => amount !== null);
  const chances = breaking.flatMap((one) => one.chances).sort(byChance);
  const likely = likelyOf(experience, prices, chances);
  const forecast = breaking.flatMap(({ promise, chances: given }) => (given.length > 0 ? promise : []));
  const broken = await readBroken(store, experience, prices, forecast, most);
  const urgent = mostUrgent(experience, prices, chances, most);
  const owed = new Map(broken.first.map((one) => [one.customerKey, one]));
  const unread = urgent.filter((key) => !owed.has(key));
  for (const one of await brokenOf(store, experience, prices, unread)) owed.set(one.customerKey, one);
  for (const key of urgent) if (!owed.has(key)) owed.set(key, nothingBroken(key));
  const ranked = [...owed.values()].map((one): Owed => {
    const own = likely.get(one.customerKey);
    return own === undefined ? one : { ...one, likely: own.likely, likelyWeight: own.weight };
  });
  const toSave = [...likely.values()].reduce((sum, one) => sum + one.likely, 0);
  const few = new Set(owed.keys());
  return {
    customers: broken.customers,
    total: known ? broken.broken + toSave : null,
    to_save: known ? toSave : null,
    prices,
    forecasts: breaking.map(({ chances: _, ...rest }) => rest),
    ranked: ranked.toSorted(byDeficit),
    chances: chances.filter(({ customerKey }, i) => i < most || few.has(customerKey)),
    open: chances.length,
  };
}

const nothingBroken = (customerKey: string): Owed => {
  return { customerKey, broken: 0, brokenWeight: 0, likely: 0, likelyWeight: 0 };
};

type Order = (a: Owed, b: Owed) => number;
/** Whole numbers as decimal text. */
const byNumber = (a: string, b: string): number => a.length - b.length || inOrder(a, b);
const byKey: Order = (a, b) => byNumber(a.customerKey, b.customerKey);

export const byDeficit: Order = (a, b) =>
  b.broken + b.likely - (a.broken + a.likely) ||
  b.brokenWeight + b.likelyWeight - (a.brokenWeight + a.likelyWeight) ||
  byKey(a, b);

export const byBroken: Order = (a, b) => b.broken - a.broken || b.brokenWeight - a.brokenWeight || byKey(a, b);

export const byToSave: Order = (a, b) => b.likely - a.likely || b.likelyWeight - a.likelyWeight || byKey(a, b);

/** The likeliest first; of those alike always the same one. */
export const byChance = (a: AskingChance, b: AskingChance): number =>
  b.chance - a.chance ||
  byNumber(a.customerKey, b.customerKey) ||
  inOrder(a.promise, b.promise) ||
  byNumber(a.subjectKey, b.subjectKey) ||
  byNumber(a.askedKey, b.askedKey);

export type AskingChance = Pick<OpenChance, "chance" | "customerKey" | "promise" | "subjectKey" | "askedKey">;

/** Those with most to be saved, chances that are no reason to act left out. */
export function mostUrgent(
  experience: Experience,
  prices: readonly Price[],
  chances: readonly OpenChance[],
  most: number,
): readonly string[] {
  const worthIt = chances.filter(({ chance }) => chance >= LEAST_CHANCE);
  return [...likelyOf(experience, prices, worthIt)]
    .map(([key, one]) => ({ ...nothingBroken(key), likely: one.likely, likelyWeight: one.weight }))
    .sort(byToSave)
    .slice(0, most)
    .map(({ customerKey }) => customerKey);
}
