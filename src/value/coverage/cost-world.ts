import type { Comparison } from "../cost/comparison.ts";
import { matrixOf } from "../numbers/design-matrix.ts";
import { seeded } from "../numbers/random.ts";
import { expit } from "../numbers/special.ts";

export interface CostWorld {
  readonly comparison: Comparison;
  readonly felt: Float64Array;
  readonly bought: Float64Array;
  readonly received: Float64Array;
  /** What breaking did to those it was done to, on average: each of them has a second life in which it was kept. */
  readonly truth: { readonly felt: number; readonly bought: number; readonly received: number };
}

const VERDICTS = 900;

/**
 * Customers with one to three askings each. In one of two occasions people are let down more often and buy more: so the
 * naive difference hides the harm. The true effect on the broken is the mean of the differences of their own two lives.
 */
export function costWorld(seed: number, verdicts = VERDICTS): CostWorld {
  const random = seeded(seed);
  const rows: number[][] = [];
  const customers: number[] = [];
  const broken: number[] = [];
  const outcomes = { felt: [] as number[], bought: [] as number[], received: [] as number[] };
  const effects = { felt: 0, bought: 0, received: 0 };
  for (let customer = 0; rows.length < verdicts; customer++) {
    const urgent = random.uniform() < 0.35 ? 1 : 0;
    const size = random.normal();
    const mood = 0.4 * random.normal();
    for (let asking = 1 + random.below(3); asking > 0 && rows.length < verdicts; asking--) {
      const hurt = random.uniform() < expit(-1.4 + 1.2 * urgent + 0.5 * size) ? 1 : 0;
      const lot = random.uniform();
      const life = (broke: number) => ({
        felt: 4 - 0.7 * broke - 0.4 * urgent + 0.2 * size + mood,
        bought: lot < expit(-1.2 + 1.1 * urgent + 0.3 * size - 0.8 * broke) ? 1 : 0,
        received: (20 + 15 * urgent + 5 * size) * (1 - 0.3 * broke),
      });
      const [now, spared] = [life(hurt), life(0)];
      rows.push([1, (urgent - 0.35) / 0.477, size]);
      customers.push(customer);
      broken.push(hurt);
      outcomes.felt.push(now.felt + 0.8 * random.normal());
      outcomes.bought.push(now.bought);
      outcomes.received.push(now.received * random.gamma(2) * 0.5);
      if (hurt === 1) for (const one of ["felt", "bought", "received"] as const) effects[one] += now[one] - spared[one];
    }
  }
  const all = broken.reduce((sum, one) => sum + one, 0);
  const comparison = {
    customers: Int32Array.from(customers),
    broken: Uint8Array.from(broken),
    known: matrixOf(rows),
    names: ["occasion: urgent", "size"],
  };
  return {
    comparison,
    felt: Float64Array.from(outcomes.felt),
    bought: Float64Array.from(outcomes.bought),
    received: Float64Array.from(outcomes.received),
    truth: { felt: effects.felt / all, bought: effects.bought / all, received: effects.received / all },
  };
}
