import { type Bins, beyondOf } from "./bins.ts";
import { fitAt } from "./fit.ts";
import type { Form } from "./form.ts";

/**
 * How much twice the likelihood may be lost and a place still be held possible. Hinges: chi-square at 95 %. Step: for steps
 * that shrink as customers grow the bound would be 7.35 (Hansen, Econometrica 68, 2000); for plain ones that is too wide,
 * and 5 holds in 95 of 100 worlds (`npm run coverage`).
 */
const BOUND = { step: 5, hinge: 3.84, "two hinges": 3.84 };

/** Between which places a form may turn: where it would fit nearly as well. In the unit of the axis. */
export function placesOf(bins: Bins, form: Form): { readonly low: number; readonly high: number } {
  const at = (form.turns ?? 0) / bins.step;
  if (form.kind === "none" || form.kind === "linear") return { low: at, high: at };
  const most = form.rss * (1 + BOUND[form.kind] / bins.total);
  const possible = fitAt(bins, beyondOf(bins), form.kind).filter(({ rss }) => rss <= most);
  const places = [at, ...possible.flatMap(({ between }) => between)];
  return { low: Math.min(...places) * bins.step, high: Math.max(...places) * bins.step };
}
