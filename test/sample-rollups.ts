import type { JourneyPath, Rollup } from "../src/gaps/gap.ts";
import { counts } from "./sample-numbers.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

function rollup(
  name: string,
  above: string | null,
  outside: boolean,
  promises: number,
  kept: number,
  broken: number,
): Rollup {
  const some = Array.from({ length: promises }, (_, i) => `promise-${i + 1}`);
  return { name, in: above, outside, promises: some, ...counts(kept, broken) };
}

export const SAMPLE_TEAMS: readonly Rollup[] = [
  rollup("board", null, false, 8, 49_800, 5_980),
  rollup("operations", "board", false, 6, 44_900, 5_860),
  rollup("warehouse", "operations", false, 1, 10_877, 460),
  rollup("carrier", "operations", true, 2, 21_100, 2_480),
  rollup("electrician", "operations", true, 1, 9_900, 1_550),
  rollup("care", "operations", false, 2, 2_160, 811),
  rollup("finance", "board", false, 1, 4_808, 112),
  rollup("marketing", "board", false, 0, 0, 0),
];

export const SAMPLE_TOUCHPOINTS: readonly Rollup[] = [
  rollup("stockroom", "warehouse", false, 1, 10_877, 460),
  rollup("home-delivery", "carrier", true, 2, 21_100, 2_480),
  rollup("installation", "electrician", true, 1, 9_900, 1_550),
  rollup("support", "care", false, 2, 2_160, 811),
  rollup("checkout", "finance", false, 1, 4_808, 112),
];

const PATH = ["order.placed", "parcel.shipped", "parcel.delivered", "installation.completed"];

export const SAMPLE_JOURNEYS: readonly JourneyPath[] = [
  {
    journey: "machine-at-home",
    subjects: 11_860,
    path: PATH,
    steps: [
      { event: "order.placed", count: 11_860, subjects: 11_860, on_path: true },
      { event: "parcel.shipped", count: 11_677, subjects: 11_337, on_path: true },
      { event: "parcel.delivered", count: 11_583, subjects: 11_300, on_path: true },
      { event: "installation.completed", count: 11_240, subjects: 11_240, on_path: true },
      { event: "parcel.damaged", count: 343, subjects: 327, on_path: false },
      { event: "order.cancelled", count: 310, subjects: 310, on_path: false },
      { event: "contact.opened", count: 2_946, subjects: 2_140, on_path: false },
    ],
    follows: [
      { from: "order.placed", to: "parcel.shipped", count: 10_920, p50: 0.6 * DAY, p90: 1.1 * DAY },
      { from: "parcel.shipped", to: "parcel.delivered", count: 10_870, p50: 0.95 * DAY, p90: 1.8 * DAY },
      { from: "parcel.delivered", to: "installation.completed", count: 9_110, p50: 0.52 * DAY, p90: 2.1 * DAY },
      { from: "parcel.delivered", to: "contact.opened", count: 1_890, p50: 20 * HOUR, p90: 2.9 * DAY },
      { from: "contact.opened", to: "installation.completed", count: 1_610, p50: 19 * HOUR, p90: 3.2 * DAY },
      { from: "contact.opened", to: "contact.opened", count: 806, p50: 7 * HOUR, p90: 2 * DAY },
      { from: "parcel.shipped", to: "parcel.damaged", count: 343, p50: 0.8 * DAY, p90: 1.6 * DAY },
      { from: "order.placed", to: "order.cancelled", count: 310, p50: 3 * HOUR, p90: 20 * HOUR },
      { from: "parcel.damaged", to: "parcel.shipped", count: 283, p50: 4.1 * DAY, p90: 8.4 * DAY },
    ],
    variants: [
      { path: PATH, count: 8_702, share: 0.734 },
      { path: [...PATH.slice(0, 3), "contact.opened", "installation.completed"], count: 1_204, share: 0.102 },
      {
        path: [...PATH.slice(0, 3), "contact.opened", "contact.opened", "contact.opened", "installation.completed"],
        count: 331,
        share: 0.028,
      },
      { path: ["order.placed", "order.cancelled"], count: 310, share: 0.026 },
      { path: ["order.placed", "parcel.shipped", "parcel.damaged", ...PATH.slice(1)], count: 270, share: 0.023 },
    ],
    variant_count: 118,
    as_meant: 7_420,
    throughput: {
      unit: "seconds",
      n: 11_860,
      mean: 2.6 * DAY,
      p10: 1.2 * DAY,
      p50: 2.1 * DAY,
      p90: 4.3 * DAY,
      p99: 11 * DAY,
    },
  },
];
