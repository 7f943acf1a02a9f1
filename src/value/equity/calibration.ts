import { wilson } from "../../gaps/wilson.ts";
import type { Foreseen } from "../numbers/auc.ts";

/** A tenth of the customers, from those least likely to buy to those most likely. */
export interface Tenth {
  readonly customers: number;
  /** Mean chance that was foreseen. */
  readonly foreseen: number;
  /** Share that did, with Wilson's 95 % interval. */
  readonly happened: number;
  readonly interval: readonly [number, number];
}

/**
 * Whether chances mean what they say: tenths of the customers in the order of their chance, each with what was foreseen
 * and what happened. Customers with the same chance stay together, so there may be fewer than ten.
 */
export function calibrationOf({ foreseen, happened, customers }: Foreseen): readonly Tenth[] {
  const order = Array.from(foreseen.keys()).sort((a, b) => (foreseen[a] ?? 0) - (foreseen[b] ?? 0));
  const all = customers.reduce((sum, one) => sum + one, 0);
  const tenths = Array.from({ length: 10 }, () => ({ n: 0, foreseen: 0, happened: 0 }));
  let below = 0;
  for (let start = 0; start < order.length; ) {
    const level = foreseen[order[start] ?? 0] ?? 0;
    let [n, did] = [0, 0];
    let end = start;
    for (; end < order.length && foreseen[order[end] ?? 0] === level; end++) {
      const i = order[end] ?? 0;
      n += customers[i] ?? 0;
      did += (customers[i] ?? 0) * (happened[i] ?? 0);
    }
    const tenth = tenths[Math.min(9, Math.floor(((below + n / 2) / all) * 10))];
    if (tenth !== undefined) {
      tenth.n += n;
      tenth.foreseen += n * level;
      tenth.happened += did;
    }
    below += n;
    start = end;
  }
  return tenths.flatMap(({ n, foreseen: sum, happened: did }) => {
    const interval = wilson(did, n);
    return interval === null ? [] : [{ customers: n, foreseen: sum / n, happened: did / n, interval }];
  });
}
