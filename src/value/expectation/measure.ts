import type { CustomerPromise, Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import type { Refusal } from "../estimate.ts";
import { NOBODY_ASKED, NOTHING_BOUGHT } from "../undeclared.ts";
import type { Cell } from "./bins.ts";
import { type Outcome, readCells, worseOf } from "./cells.ts";
import { type Revealed, type RevealOptions, reveal } from "./reveal.ts";

/** What people really expect of one promise, beside what the file says. */
export interface PromiseExpectation {
  readonly promise: string;
  readonly says: string;
  readonly unit: "seconds" | "times" | "amount";
  /** Whether too much ("more") or too little ("less") is what breaks it. */
  readonly worse: "more" | "less";
  readonly felt: Revealed | Refusal;
  readonly repurchase: Revealed | Refusal;
  /** Days in which a purchase counts as buying again. */
  readonly window_days: number;
  /** By occasion, as the file orders them; read from the same outcome as the whole (see `revealedOf`). */
  readonly by_occasion: readonly { readonly occasion: string; readonly felt: Revealed | Refusal }[];
}

export interface ExpectationOptions {
  readonly seed?: number;
  readonly redraws?: number;
  /** Only these promises. */
  readonly promises?: readonly string[];
}

/**
 * The customers' own thresholds, for every promise with a number on its axis, from what they felt and from whether they
 * bought again. Reads the table `verdicts`, judged as of the same moment (ms since 1970 UTC).
 */
export async function measureExpectations(
  store: Store,
  experience: Experience,
  asOf: number,
  options: ExpectationOptions = {},
): Promise<readonly PromiseExpectation[]> {
  const found: PromiseExpectation[] = [];
  // One after the other: each may need much of the engine's memory.
  for (const promise of experience.promises) {
    if (promise.kind === "first" || options.promises?.includes(promise.name) === false) continue;
    found.push(await measureExpectation(store, experience, promise, asOf, options));
  }
  return found;
}

async function measureExpectation(
  store: Store,
  experience: Experience,
  promise: CustomerPromise,
  asOf: number,
  drawing: ExpectationOptions,
): Promise<PromiseExpectation> {
  const windowDays = experience.value.againWithinDays;
  const ask = (outcome: Outcome) => readCells(store, experience, promise, outcome, asOf);
  const felt = await ask({ kind: "felt" });
  const bought = await ask({ kind: "repurchase", days: windowDays });
  const feltOptions: RevealOptions = { outcome: "felt", ...drawing };
  const says = experience.events.some((event) => event.felt !== undefined);
  const pays = experience.value.bought.length > 0;
  return {
    promise: promise.name,
    says: promise.says,
    unit: unitOf(promise),
    worse: worseOf(promise) === 1 ? "more" : "less",
    felt: says ? reveal(felt.cells, felt.step, feltOptions) : NOBODY_ASKED,
    repurchase: pays ? reveal(bought.cells, bought.step, { outcome: "repurchase", ...drawing }) : NOTHING_BOUGHT,
    window_days: windowDays,
    by_occasion: byOccasion(experience, felt.cells, felt.step, feltOptions),
  };
}

function byOccasion(
  { occasions }: Experience,
  cells: readonly Cell[],
  step: number,
  options: RevealOptions,
): PromiseExpectation["by_occasion"] {
  return occasions.flatMap(({ name }) => {
    const own = cells.filter(({ occasion }) => occasion === name);
    return own.length === 0 ? [] : [{ occasion: name, felt: reveal(own, step, options) }];
  });
}

function unitOf({ kind }: CustomerPromise): PromiseExpectation["unit"] {
  switch (kind) {
    case "then":
      return "seconds";
    case "count":
    case "never":
      return "times";
    case "measure":
    case "first":
      return "amount";
  }
}
