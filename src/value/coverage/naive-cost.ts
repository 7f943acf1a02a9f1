import { type Across, differenceOf, type Side } from "../numbers/difference.ts";
import { seeded } from "../numbers/random.ts";
import type { Study } from "./study.ts";

const CUSTOMERS = 120;
const TRUTH = -0.5;

interface Own {
  n: number;
  sum: number;
}

const noSide = (): Side => ({ customers: 0, n: 0, sum: 0, sumSum: 0, sumN: 0, nN: 0 });

/** Customers with moods of their own, each with one to six cases, some on both sides. */
export const NAIVE_COST: Study = {
  name: "difference-as-they-are",
  of: "the difference as they are, where customers count several times and on both sides",
  world(seed) {
    const random = seeded(seed);
    let sides: readonly [Side, Side] = [noSide(), noSide()];
    const across: { -readonly [key in keyof Across]: number } = { sumSum: 0, sumN: 0, nSum: 0, nN: 0 };
    for (let customer = 0; customer < CUSTOMERS; customer++) {
      const mood = random.normal();
      const own: readonly [Own, Own] = [
        { n: 0, sum: 0 },
        { n: 0, sum: 0 },
      ];
      for (let cases = 1 + random.below(6); cases > 0; cases--) {
        const broken = random.uniform() < 0.35;
        const side = own[broken ? 0 : 1];
        side.n += 1;
        side.sum += 4 + (broken ? TRUTH : 0) + mood + random.normal();
      }
      sides = [added(sides[0], own[0]), added(sides[1], own[1])];
      across.sumSum += own[0].sum * own[1].sum;
      across.sumN += own[0].sum * own[1].n;
      across.nSum += own[0].n * own[1].sum;
      across.nN += own[0].n * own[1].n;
    }
    return { truth: TRUTH, interval: differenceOf(...sides, across) };
  },
};

function added(side: Side, { n, sum }: Own): Side {
  if (n === 0) return side;
  return {
    customers: side.customers + 1,
    n: side.n + n,
    sum: side.sum + sum,
    sumSum: side.sumSum + sum * sum,
    sumN: side.sumN + sum * n,
    nN: side.nN + n * n,
  };
}
