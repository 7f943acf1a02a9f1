import type { CustomerPromise, Experience } from "../../language/experience.ts";
import type { PromiseCost } from "../cost/cost.ts";
import type { Grade } from "../estimate.ts";
import type { Interval } from "../numbers/interval.ts";

/** What one broken promise is held to cost, in the experience's currency, before the stakes. */
export interface Price {
  readonly promise: string;
  /** null where nothing was measured and the file says nothing. */
  readonly amount: number | null;
  readonly source: "measured" | "declared" | "none";
  /** The same amount with how well it is known: what is declared is believed (E), and has no width. */
  readonly known: (Interval & { readonly grade: Grade }) | null;
}

/**
 * Measured where what was received is known to fall, adjusted and with its interval clear of zero, times what of it stays;
 * else the `worth` that the file declares; else none: no figure is made up.
 */
export function pricesOf({ promises, value }: Experience, costs: readonly PromiseCost[]): readonly Price[] {
  return promises.map((promise) =>
    priceOf(
      promise,
      costs.find((cost) => cost.promise === promise.name),
      value.margin,
    ),
  );
}

function priceOf({ name, worth }: CustomerPromise, cost: PromiseCost | undefined, margin: number): Price {
  const measured = cost?.received.adjusted;
  if (measured?.kind === "estimate" && measured.high < 0) {
    const [value, low, high] = [-measured.value * margin, -measured.high * margin, -measured.low * margin];
    return { promise: name, amount: value, source: "measured", known: { value, low, high, grade: measured.grade } };
  }
  return worth === undefined
    ? { promise: name, amount: null, source: "none", known: null }
    : {
        promise: name,
        amount: worth,
        source: "declared",
        known: { value: worth, low: worth, high: worth, grade: "E" },
      };
}

/** What is made of several figures is known no better than the worst of them. */
export const worstGrade = (grades: readonly Grade[]): Grade => grades.toSorted().at(-1) ?? "E";
