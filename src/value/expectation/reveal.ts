import { type Estimate, estimate, type Refusal, refusal } from "../estimate.ts";
import { redrawCounts } from "../numbers/bootstrap.ts";
import { percentileInterval } from "../numbers/interval.ts";
import { seeded } from "../numbers/random.ts";
import { type Bins, binsOf, type Cell } from "./bins.ts";
import { choose, fitForms, LEAST_BESIDE } from "./fit.ts";
import type { Form, FormKind } from "./form.ts";
import { isotonic } from "./isotonic.ts";
import { placesOf } from "./places.ts";

/**
 * What people really expect, read from what they felt or did. Places say how far short of what was expected: delivered −
 * expected in the promise's unit, or expected − delivered where too little is what breaks it.
 */
export interface Revealed {
  readonly kind: "revealed";
  readonly form: FormKind;
  /** Customers; each counts once. */
  readonly n: number;
  /** Where they turn; null where nothing turns. */
  readonly threshold: Estimate | null;
  /** From where on it makes no difference any more; null where nothing ends. */
  readonly ends: number | null;
  /** Of a line and of one hinge: how much more each unit changes; null of others. */
  readonly slope: number | null;
  /** Mean score, or share that bought again: up to the threshold and beyond it; of a whole without one, both alike. */
  readonly before: number;
  readonly beyond: number;
  readonly change: Estimate | null;
  /** Share of samples drawn again in which the same form is chosen, and in which any form that turns is. */
  readonly same_form: number;
  readonly turning: number;
  /** The closest curve that only falls: its value at the end of each stretch, and how many are in it. */
  readonly curve: readonly { readonly at: number; readonly value: number; readonly n: number }[];
}

export interface RevealOptions {
  readonly outcome: "felt" | "repurchase";
  readonly seed?: number;
  readonly redraws?: number;
}

/** Fewer customers say nothing about where people turn. */
export const LEAST_CUSTOMERS = 60;
const REDRAWS = 200;
/** A turn that is there in fewer of the samples drawn again is not told. */
const STEADY = 0.8;
const POINTS = 40;

/**
 * Lays five forms through the cells, chooses by BIC, and draws the sample again to see whether the choice and the place
 * stand (Efron 1979). "No threshold" is an answer; too few customers, or a score that never differs, is a refusal.
 */
export function reveal(cells: readonly Cell[], step: number, options: RevealOptions): Revealed | Refusal {
  const bins = binsOf(cells, step);
  const refused = cannotTell(cells, bins, options);
  if (refused !== null) return refused;
  const forms = fitForms(bins);
  const drawn = redraw(cells, step, choose(forms)?.kind ?? "none", options);
  const steady = drawn.turning >= STEADY ? forms : forms.filter((form) => form.turns === null);
  const form = choose(steady);
  if (form === undefined) throw new Error("no form could be laid through the cells");
  const before = form.turns === null ? bins.total : meanBeside(bins, form.turns).n;
  const sides = meanBeside(bins, form.turns ?? Number.POSITIVE_INFINITY);
  return Object.freeze({
    kind: "revealed",
    form: form.kind,
    n: bins.total,
    threshold: form.turns === null ? null : thresholdOf(bins, form, drawn.turns),
    ends: form.ends,
    slope: form.kind === "linear" || form.kind === "hinge" ? form.change : null,
    before: sides.before,
    beyond: before === bins.total ? sides.before : sides.beyond,
    change: form.turns === null ? null : changeOf(cells, step, form.turns, options),
    same_form: drawn.sameForm,
    turning: drawn.turning,
    curve: curveOf(bins),
  });
}

const OUTCOME = { felt: "said how it was", repurchase: "had time to buy again" } as const;

function cannotTell(cells: readonly Cell[], { total, n }: Bins, { outcome }: RevealOptions): Refusal | null {
  const needed = `At least ${LEAST_CUSTOMERS} customers who were answered and ${OUTCOME[outcome]}, some sooner and some later than they expected`;
  if (total < LEAST_CUSTOMERS)
    return refusal(
      `${total === 0 ? "No customer" : total === 1 ? "Only 1 customer" : `Only ${total} customers`} of this promise ${OUTCOME[outcome]}.`,
      `${needed}.`,
    );
  if (new Set(cells.map(({ y }) => y)).size < 2)
    return refusal(
      outcome === "felt" ? "All gave the same score, whatever they got." : "All did the same, whatever they got.",
      `${needed}, and not all alike.`,
    );
  const fullest = Math.max(...n);
  if (n.length < 2 || total - fullest < LEAST_BESIDE)
    return refusal("Nearly all got it equally long before or after the time they expected.", `${needed}.`);
  return null;
}

interface Drawn {
  readonly turns: readonly number[];
  readonly sameForm: number;
  readonly turning: number;
}

/** The whole choice once more, on samples drawn again from the cells. */
function redraw(
  cells: readonly Cell[],
  step: number,
  chosen: FormKind,
  { seed = 1, redraws = REDRAWS }: RevealOptions,
): Drawn {
  const random = seeded(seed);
  const counts = cells.map(({ n }) => n);
  const turns: number[] = [];
  let [same, turning] = [0, 0];
  for (let i = 0; i < redraws; i++) {
    const forms = fitForms(binsOf(cells, step, redrawCounts(counts, random)));
    const best = choose(forms);
    if (best?.kind === chosen) same += 1;
    if (best !== undefined && best.turns !== null) turning += 1;
    const own = forms.find(({ kind }) => kind === chosen);
    if (own !== undefined && own.turns !== null) turns.push(own.turns);
  }
  return { turns, sameForm: same / redraws, turning: turning / redraws };
}

/** A step's place by likelihood, because drawing again misleads there; that of a hinge by drawing again. */
function thresholdOf(bins: Bins, form: Form, turns: readonly number[]): Estimate {
  const value = form.turns ?? 0;
  const drawn = form.kind === "step" ? null : percentileInterval(value, turns);
  const { low, high } = drawn ?? placesOf(bins, form);
  const method = "the form with the lowest BIC of none, line, step, one and two hinges";
  return estimate({ value, low, high }, { n: bins.total, grade: "D", method });
}

function meanBeside({ ends, n, y, step }: Bins, turns: number): { n: number; before: number; beyond: number } {
  const sums = { n: 0, y: 0, beyondN: 0, beyondY: 0 };
  for (const [i, end] of ends.entries()) {
    const [count, sum] = [n[i] ?? 0, y[i] ?? 0];
    if (end * step <= turns) {
      sums.n += count;
      sums.y += sum;
    } else {
      sums.beyondN += count;
      sums.beyondY += sum;
    }
  }
  return { n: sums.n, before: sums.y / sums.n, beyond: sums.beyondY / sums.beyondN };
}

function changeOf(
  cells: readonly Cell[],
  step: number,
  turns: number,
  { seed = 1, redraws = REDRAWS }: RevealOptions,
): Estimate | null {
  const random = seeded(seed + 1);
  const counts = cells.map(({ n }) => n);
  const difference = (bins: Bins): number => {
    const { before, beyond } = meanBeside(bins, turns);
    return beyond - before;
  };
  const draws = Array.from({ length: redraws }, () => difference(binsOf(cells, step, redrawCounts(counts, random))));
  const whole = binsOf(cells, step);
  const found = percentileInterval(difference(whole), draws);
  if (found === null) return null;
  return estimate(found, {
    n: whole.total,
    grade: "D",
    method: "the mean beyond where they turn less the mean before",
  });
}

/** Stretches are put together until each holds its share, so that no point stands for a few. */
function curveOf({ ends, n, y, step, total }: Bins): Revealed["curve"] {
  const least = Math.max(LEAST_BESIDE, total / POINTS);
  const points: { at: number; sum: number; n: number }[] = [];
  let open = { sum: 0, n: 0 };
  for (const [i, end] of ends.entries()) {
    open = { sum: open.sum + (y[i] ?? 0), n: open.n + (n[i] ?? 0) };
    const last = points.at(-1);
    if (open.n >= least) {
      points.push({ at: end * step, ...open });
      open = { sum: 0, n: 0 };
    } else if (i === ends.length - 1 && last !== undefined)
      points.splice(-1, 1, { at: end * step, sum: last.sum + open.sum, n: last.n + open.n });
  }
  const means = isotonic(
    points.map(({ sum, n }) => sum / n),
    points.map(({ n }) => n),
    "falling",
  );
  return points.map(({ at, n }, i) => ({ at, value: means[i] ?? 0, n }));
}
