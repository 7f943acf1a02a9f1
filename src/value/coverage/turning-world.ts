import type { Cell } from "../expectation/bins.ts";
import { seeded } from "../numbers/random.ts";

/** How people feel, by how many hours later than expected it was. */
export const TURNS = {
  step: { at: 4, felt: (late: number) => (late > 4 ? 3.2 : 4) },
  hinge: { at: 2, felt: (late: number) => 4 - 0.5 * Math.max(0, late - 2) },
  "two hinges": { at: 2, felt: (late: number) => 4 - 0.7 * Math.max(0, Math.min(late, 5) - 2) },
} as const;

/** Stretches of five minutes. */
export const STEP = 1 / 12;

/** Customers of whom a third is late, by up to seven hours and mostly by less; each gives a whole score with a mood of their own. */
export function turningWorld(kind: keyof typeof TURNS, seed: number, customers = 600): readonly Cell[] {
  const random = seeded(seed);
  const cells = new Map<string, { bin: number; sum: number; y: number; n: number }>();
  for (let i = 0; i < customers; i++) {
    const late = random.uniform() < 0.35 ? 7 * random.uniform() ** 1.5 : -2 * random.uniform();
    const mood = random.uniform() - 0.5 + (random.uniform() < 0.1 ? -1.35 : 0.15);
    const y = Math.floor(TURNS[kind].felt(late) + mood + random.uniform());
    const bin = Math.ceil(late / STEP);
    const cell = cells.get(`${bin} ${y}`) ?? { bin, sum: 0, y, n: 0 };
    cells.set(`${bin} ${y}`, { ...cell, sum: cell.sum + late, n: cell.n + 1 });
  }
  return [...cells.values()].map(({ bin, sum, y, n }) => ({ occasion: "", bin, x: sum / n, y, n }));
}
