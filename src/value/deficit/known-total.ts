import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import type { OpenChance } from "../breaking/measure.ts";
import { type Estimate, estimate, type Grade } from "../estimate.ts";
import { brokenByPromise, stakesOf } from "./owed.ts";
import { type Price, worstGrade } from "./price.ts";

/**
 * What everybody is short of together, with its interval: that of what a broken one is known to cost. What is declared has
 * no width. The costs of promises lean the same way, so their errors add up. Null where nobody knows what any of them costs.
 */
export async function knownTotal(
  store: Store,
  experience: Experience,
  prices: readonly Price[],
  chances: readonly OpenChance[],
): Promise<Estimate | null> {
  if (prices.every(({ known }) => known === null)) return null;
  const short = new Map(await brokenByPromise(store, experience));
  for (const { promise, occasion, chance } of chances) {
    const { n, weight } = short.get(promise) ?? { n: 0, weight: 0 };
    short.set(promise, { n: n + 1, weight: weight + chance * stakesOf(experience, occasion) });
  }
  const total = { value: 0, low: 0, high: 0, n: 0 };
  const grades = new Set<Grade>();
  for (const { promise, known } of prices) {
    const own = short.get(promise);
    if (known === null || own === undefined) continue;
    grades.add(known.grade);
    total.n += own.n;
    total.value += own.weight * known.value;
    total.low += own.weight * known.low;
    total.high += own.weight * known.high;
  }
  return estimate(total, {
    n: total.n,
    grade: worstGrade([...grades]),
    method: "promises broken or likely to be, each at what one is held to cost, by chance and stakes",
  });
}
