import type { PromiseCost } from "../../value/cost/cost.ts";
import type { Drivers } from "../../value/drivers/driver.ts";
import { formatPoints } from "../format/rate.ts";
import { formatDifference } from "./cost.ts";

/** What a broken one costs of the felt score, compared with kept ones that were alike: "−1.04"; a dash where that is not known. */
export function adjustedPoints(costs: readonly PromiseCost[], promise: string): string {
  const adjusted = costs.find((cost) => cost.promise === promise)?.felt.adjusted;
  return adjusted?.kind === "estimate" ? formatDifference(adjusted.value, "points", null) : "–";
}

/** Whether Johnson's relative weights say the same of every promise. */
export function johnsonWords({ promises }: Drivers): string {
  const apart = Math.max(0, ...promises.map(({ share, weight }) => Math.abs(share.value - weight.value)));
  return `Johnson's relative weights ${apart < 0.0005 ? "say the same" : `differ from them by at most ${formatPoints(apart)}`}.`;
}
