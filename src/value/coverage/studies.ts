import { ADJUSTED_COST } from "./adjusted-cost.ts";
import { DRIVERS } from "./drivers.ts";
import { NAIVE_COST } from "./naive-cost.ts";
import { PURCHASES_AHEAD } from "./purchases-ahead.ts";
import { REVEALED_THRESHOLD } from "./revealed-threshold.ts";
import type { Study } from "./study.ts";

/** Every estimator whose interval is tested against worlds with a known truth. A new one is added here. */
export const STUDIES: readonly Study[] = [
  NAIVE_COST,
  ...ADJUSTED_COST,
  ...DRIVERS,
  ...REVEALED_THRESHOLD,
  ...PURCHASES_AHEAD,
];
