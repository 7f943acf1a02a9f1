import { driversOf } from "../drivers/measure.ts";
import type { Pattern } from "../drivers/patterns.ts";
import { isRefusal } from "../estimate.ts";
import { seeded } from "../numbers/random.ts";
import type { Study } from "./study.ts";

const CUSTOMERS = 800;
/** How much lower the score is where each was broken, and how often it is. */
const PROMISES = [
  { name: "first", says: "", fall: 1.2, share: 0.25 },
  { name: "second", says: "", fall: 0.6, share: 0.3 },
] as const;
/** What else moves the score: as likely a point up as down, or two. */
const NOISE = 2;

const spreads = PROMISES.map(({ fall, share }) => fall ** 2 * share * (1 - share));
const spread = spreads.reduce((sum, one) => sum + one, NOISE);

function worldOf(seed: number): readonly Pattern[] {
  const random = seeded(seed);
  const cells = new Map<string, Pattern>();
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    const broken = PROMISES.flatMap(({ share }, place) => (random.uniform() < share ? place : []));
    const fall = broken.reduce((sum, place) => sum + (PROMISES[place]?.fall ?? 0), 0);
    const score = 5 - fall + random.below(5) - 2;
    const key = `${broken.join()} ${score}`;
    cells.set(key, { broken, score, n: (cells.get(key)?.n ?? 0) + 1 });
  }
  return [...cells.values()];
}

const study = (key: "share" | "weight" | "points", of: string, truth: number): Study => ({
  name: `driver-${key}`,
  of,
  world(seed) {
    const drivers = driversOf(PROMISES, worldOf(seed), 90, { seed });
    if (isRefusal(drivers)) return { truth, interval: null };
    return { truth, interval: drivers.promises.find(({ promise }) => promise === "first")?.[key] ?? null };
  },
});

/** Promises whose breaking lowers the score by known points, each on its own: then a share is its part of the variance. */
export const DRIVERS: readonly Study[] = [
  study("points", "points by which a broken promise lowers the score", -PROMISES[0].fall),
  study("share", "a promise's share of the score's variance (LMG)", (spreads[0] ?? 0) / spread),
  study("weight", "a promise's share of the score's variance (Johnson)", (spreads[0] ?? 0) / spread),
];
