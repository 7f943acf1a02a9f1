import type { Comparison } from "../cost/comparison.ts";
import { matrixOf } from "../numbers/design-matrix.ts";
import { seeded } from "../numbers/random.ts";
import { expit } from "../numbers/special.ts";

export interface CostWorld {
  readonly comparison: Comparison;
  readonly felt: Float64Array;
  readonly bought: Float64Array;
  readonly received: Float64Array;
  /** What breaking does to those it is done to, on average over the law by which such worlds come about. */
  readonly truth: { readonly felt: number; readonly bought: number; readonly received: number };
}

const VERDICTS = 900;

type Life = (urgent: number, size: number, broke: number) => number;
const CHANCE: Life = (urgent, size) => expit(-1.4 + 1.2 * urgent + 0.5 * size);
const FELT: Life = (urgent, size, broke) => 4 - 0.7 * broke - 0.4 * urgent + 0.2 * size;
const BUYS: Life = (urgent, size, broke) => expit(-1.2 + 1.1 * urgent + 0.3 * size - 0.8 * broke);
const BRINGS: Life = (urgent, size, broke) => (20 + 15 * urgent + 5 * size) * (1 - 0.3 * broke);
const URGENT = 0.35;

let law: CostWorld["truth"] | undefined;

/** The mean of the differences of two lives, weighed by how likely each is to be let down: from many draws, made once. */
function truthOf(): CostWorld["truth"] {
  const random = seeded(0);
  let [weights, felt, bought, received] = [0, 0, 0, 0];
  for (let i = 0; i < 200_000; i++) {
    const [urgent, size] = [random.uniform() < URGENT ? 1 : 0, random.normal()];
    const weight = CHANCE(urgent, size, 0);
    const effect = (life: Life): number => weight * (life(urgent, size, 1) - life(urgent, size, 0));
    weights += weight;
    felt += effect(FELT);
    bought += effect(BUYS);
    received += effect(BRINGS);
  }
  return { felt: felt / weights, bought: bought / weights, received: received / weights };
}

/**
 * Customers with one to three askings each. In one of two occasions people are let down more often and buy more: so the
 * naive difference hides the harm.
 */
export function costWorld(seed: number, verdicts = VERDICTS): CostWorld {
  law ??= truthOf();
  const random = seeded(seed);
  const rows: number[][] = [];
  const customers: number[] = [];
  const broken: number[] = [];
  const outcomes = { felt: [] as number[], bought: [] as number[], received: [] as number[] };
  for (let customer = 0; rows.length < verdicts; customer++) {
    const urgent = random.uniform() < URGENT ? 1 : 0;
    const size = random.normal();
    const mood = 0.4 * random.normal();
    for (let asking = 1 + random.below(3); asking > 0 && rows.length < verdicts; asking--) {
      const hurt = random.uniform() < CHANCE(urgent, size, 0) ? 1 : 0;
      rows.push([1, (urgent - URGENT) / Math.sqrt(URGENT * (1 - URGENT)), size]);
      customers.push(customer);
      broken.push(hurt);
      outcomes.felt.push(FELT(urgent, size, hurt) + mood + 0.8 * random.normal());
      outcomes.bought.push(random.uniform() < BUYS(urgent, size, hurt) ? 1 : 0);
      outcomes.received.push(BRINGS(urgent, size, hurt) * random.gamma(2) * 0.5);
    }
  }
  return {
    comparison: {
      customers: Int32Array.from(customers),
      broken: Uint8Array.from(broken),
      known: matrixOf(rows),
      names: ["occasion: urgent", "size"],
    },
    felt: Float64Array.from(outcomes.felt),
    bought: Float64Array.from(outcomes.bought),
    received: Float64Array.from(outcomes.received),
    truth: law,
  };
}
