import { aipw } from "../cost/aipw.ts";
import { crossFitPropensity } from "../cost/propensity.ts";
import { costWorld } from "./cost-world.ts";
import type { Study } from "./study.ts";

const adjusted = (outcome: "felt" | "bought" | "received", of: string): Study => ({
  name: `adjusted-cost-${outcome}`,
  of,
  world(seed) {
    const world = costWorld(seed);
    const interval = aipw(world.comparison, crossFitPropensity(world.comparison, seed), world[outcome]);
    return { truth: world.truth[outcome], interval };
  },
});

/** What a broken promise costs, adjusted, in worlds where who is let down is also who buys more. */
export const ADJUSTED_COST: readonly Study[] = [
  adjusted("felt", "the adjusted cost of a broken promise in felt score"),
  adjusted("bought", "the adjusted cost of a broken promise in buying again"),
  adjusted("received", "the adjusted cost of a broken promise in value received"),
];
