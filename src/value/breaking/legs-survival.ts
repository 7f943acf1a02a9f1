import type { Lesson } from "./snapshot.ts";

/** How long what is left of the path takes from a step: times in ms, and the share not yet answered by then. */
interface Curve {
  readonly times: Float64Array;
  readonly waiting: Float64Array;
  /** How many were still waiting just before each time. */
  readonly atRisk: Float64Array;
}

/** By the step that was reached. */
export type LegsSurvival = ReadonlyMap<number, Curve>;

const FEW = 15;

/**
 * The survival of the remaining legs (Kaplan and Meier 1958): for each step of the path, how long those who got there
 * then waited for the answer. `ended` are askings as they ended; who had no answer by `until` (ms) waited at least so long.
 */
export function fitLegs(ended: readonly Lesson[], steps: readonly number[], until: number): LegsSurvival {
  const waits = new Map<number, { wait: number; answered: boolean }[]>();
  for (const one of ended) {
    const answered = one.answeredAt <= until;
    const end = answered ? one.answeredAt : until;
    const entries = [one.askedAt, ...steps.map((step) => one.last.get(step))];
    for (const [step, at] of entries.entries()) {
      if (at === undefined || at < one.askedAt || at > end) continue;
      const own = waits.get(step) ?? [];
      own.push({ wait: end - at, answered });
      waits.set(step, own);
    }
  }
  return new Map([...waits].map(([step, own]) => [step, curveOf(own)]));
}

function curveOf(waits: { wait: number; answered: boolean }[]): Curve {
  waits.sort((a, b) => a.wait - b.wait);
  const [times, waiting, atRisk]: [number[], number[], number[]] = [[], [], []];
  let share = 1;
  for (let i = 0; i < waits.length; ) {
    const { wait = 0 } = waits[i] ?? {};
    let [next, answered] = [i, 0];
    for (; waits[next]?.wait === wait; next++) if (waits[next]?.answered) answered += 1;
    if (answered > 0) {
      share *= 1 - answered / (waits.length - i);
      times.push(wait);
      waiting.push(share);
      atRisk.push(waits.length - i);
    }
    i = next;
  }
  return { times: Float64Array.from(times), waiting: Float64Array.from(waiting), atRisk: Float64Array.from(atRisk) };
}

/**
 * The chance that there is no answer within `left` ms more, `gone` ms after the step was reached; null where too few
 * have ever waited so long.
 */
export function chanceOfNoAnswer(legs: LegsSurvival, step: number, gone: number, left: number): number | null {
  const curve = legs.get(step);
  if (curve === undefined) return null;
  const now = placeAt(curve.times, gone);
  if ((curve.atRisk[Math.min(now + 1, curve.atRisk.length - 1)] ?? 0) < FEW) return null;
  const before = now < 0 ? 1 : (curve.waiting[now] ?? 0);
  const then = placeAt(curve.times, gone + left);
  return before === 0 ? null : (then < 0 ? 1 : (curve.waiting[then] ?? 0)) / before;
}

/** The last place whose time is not after `at`; −1 before the first. */
function placeAt(times: Float64Array, at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
