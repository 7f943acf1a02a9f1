import type { CustomerPromise, Experience } from "../../language/experience.ts";
import type { PromiseCost } from "../cost/cost.ts";

/** What one broken promise is held to cost, in the experience's currency, before the stakes. */
export interface Price {
  readonly promise: string;
  /** null where nothing was measured and the file says nothing. */
  readonly amount: number | null;
  readonly source: "measured" | "declared" | "none";
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
  if (measured?.kind === "estimate" && measured.high < 0)
    return { promise: name, amount: -measured.value * margin, source: "measured" };
  return worth === undefined
    ? { promise: name, amount: null, source: "none" }
    : { promise: name, amount: worth, source: "declared" };
}
