import type { Counts, PromiseGap, Slice } from "../src/gaps/gap.ts";
import { counts, density, dice, quantiles, slice } from "./sample-numbers.ts";

interface Shape {
  readonly n: number;
  readonly seed: number;
  /** Seconds: the middle, and how far it spreads (of the logarithm). */
  readonly middle: number;
  readonly spread: number;
  readonly expected: (roll: number) => number;
  readonly target: number | null;
  readonly missed: number;
  readonly open: number;
  readonly excused: number;
  readonly goal: number | null;
  readonly to: number;
}

/** A `then` promise as if so many customers had lived through it. */
export function lived(shape: Shape): Partial<PromiseGap> {
  const roll = dice(shape.seed);
  const bell = () => Array.from({ length: 12 }, roll).reduce((sum, value) => sum + value, -6);
  const deliveries = Array.from({ length: shape.n }, () => ({
    delivered: shape.middle * Math.exp(shape.spread * bell()),
    expected: shape.expected(roll()),
  }));
  const kept = deliveries.filter((each) => each.delivered <= each.expected).length;
  const late = shape.n - kept;
  const all = counts(kept, late, shape.missed, shape.open, shape.excused);
  const target = shape.target;
  const on_target = target === null ? 0 : deliveries.filter((each) => each.delivered <= target).length;
  const judged = kept + late + shape.missed;
  const median = (values: readonly number[]) => quantiles("seconds", values)?.p50 ?? null;
  return {
    ...all,
    goal: shape.goal,
    on_target,
    off_target: target === null ? 0 : judged - on_target,
    target_rate: target === null ? null : on_target / judged,
    delivered: quantiles(
      "seconds",
      deliveries.map((each) => each.delivered),
    ),
    expected: quantiles(
      "seconds",
      deliveries.map((each) => each.expected),
    ),
    target:
      target === null
        ? null
        : quantiles(
            "seconds",
            deliveries.map(() => target),
          ),
    distance: {
      delivered_minus_expected: median(deliveries.map((each) => each.delivered - each.expected)),
      delivered_minus_target: target === null ? null : median(deliveries.map((each) => each.delivered - target)),
      target_minus_expected: target === null ? null : median(deliveries.map((each) => target - each.expected)),
    },
    density: density(deliveries, 0, shape.to, 72),
    by_month: months(all, shape.middle),
    ...(shape.goal === null ? {} : { budget: budget(all, shape.goal) }),
  };
}

function budget(all: Counts, goal: number): NonNullable<PromiseGap["budget"]> {
  const used = all.kept_rate === null ? null : (1 - all.kept_rate) / (1 - goal);
  const burn = [
    { window: "1 hour", rate: null, judged: 0 },
    { window: "6 hours", rate: used === null ? null : used * 1.8, judged: 31 },
    { window: "3 days", rate: used === null ? null : used * 1.1, judged: 402 },
  ];
  return { allowed: 1 - goal, used, burn, alert: used !== null && used > 1.2 ? "ticket" : null };
}

/** A year in which winter is worse than summer. */
function months(all: Counts, middle: number): Slice[] {
  const judged = all.kept + all.late + all.missed;
  return Array.from({ length: 12 }, (_, i) => {
    const some = Math.round((judged / 12) * (0.7 + 0.05 * i));
    const worse = 1 + 0.75 * Math.cos((i / 12) * 2 * Math.PI);
    const lost = Math.min(some, Math.round(some * (1 - (all.kept_rate ?? 1)) * worse));
    const missed = Math.round(lost / 5);
    const from = counts(some - lost, lost - missed, missed, i === 11 ? all.open : 0);
    return slice(`2025-${String(i + 1).padStart(2, "0")}`, from, middle * (0.8 + 0.2 * worse), {
      mean: 4.2 - 0.3 * worse,
      n: some,
    });
  });
}
