import type { CustomerPromise, Experience } from "../language/experience.ts";
import { budgetOf, type Judged } from "./burn.ts";
import { countsOf } from "./counts.ts";
import { readWindows } from "./decided.ts";
import type { Density, PromiseGap, UncutGap } from "./gap.ts";
import type { Looked, Questions } from "./questions.ts";
import { feltScale, readScores } from "./scores.ts";
import { quantilesOf, type Spread } from "./spread.ts";
import type { Counted } from "./tally.ts";

/** What was found of one promise, before it is put together. */
export interface Found extends Numbers, Beside {}

/** Verdicts counted, and the numbers on their axis. */
interface Numbers {
  readonly whole: Counted;
  readonly onTarget: number;
  readonly offTarget: number;
  readonly spread: Spread;
  readonly density: Density | null;
}

/** How fast a promise was broken lately, and what was felt score by score. */
interface Beside {
  readonly windows: readonly Judged[];
  readonly scale: readonly [number, number] | null;
  readonly scores: PromiseGap["felt"]["scores"];
}

/** Each question is asked once for all promises. */
export async function readBeside(
  { store, experience, promises, asOf, source: { rows: among } }: Looked,
  { ask }: Questions,
): Promise<(promise: CustomerPromise) => Beside> {
  const names = promises.map(({ name }) => name);
  const aimed = promises.filter(({ goal }) => goal !== undefined).map(({ name }) => name);
  const scale = feltScale(experience);
  const [windows, scores] = await Promise.all([
    ask(() => readWindows(store, aimed, asOf, among)),
    ask(() => readScores(store, scale, names, among)),
  ]);
  return ({ name }) => ({ windows: windows.get(name) ?? [], scale, scores: scores.get(name) });
}

export function gapOf({ teams }: Experience, promise: CustomerPromise, found: Found): UncutGap {
  const { whole, onTarget, offTarget } = found;
  const counts = countsOf(whole.words);
  const { made, team, touchpoint, goal } = promise;
  return {
    promise: promise.name,
    says: promise.says,
    kind: promise.kind,
    made: { at: made.at ?? null, how: made.how ?? null, quote: made.quote ?? null },
    journey: promise.journey ?? null,
    team: team ?? null,
    touchpoint: touchpoint ?? null,
    outside: teams.find(({ name }) => name === team)?.outside ?? false,
    ...counts,
    unpromised: whole.words.unpromised,
    unmeasured: whole.words.unmeasured,
    goal: goal ?? null,
    budget: goal === undefined ? null : budgetOf(goal, judgedOf(whole.words), found.windows),
    on_target: onTarget,
    off_target: offTarget,
    target_rate: onTarget + offTarget === 0 ? null : onTarget / (onTarget + offTarget),
    delivered: quantilesOf(found.spread.delivered),
    expected: quantilesOf(found.spread.expected),
    target: quantilesOf(found.spread.target),
    distance: found.spread.distance,
    density: found.density,
    felt: feltOf(found),
  };
}

const judgedOf = ({ kept, late, missed }: Counted["words"]): Judged => ({
  judged: kept + late + missed,
  broken: late + missed,
});

/** Scores are told one by one only where they account for every answer. */
function feltOf({ whole, scale, scores = [] }: Found): PromiseGap["felt"] {
  const { feltKept: kept, feltBroken: broken } = whole;
  const told = scores.reduce((sum, score) => sum + score.kept + score.broken, 0);
  const all = told > 0 && told === kept.n + broken.n;
  return { kept, broken, scale, ...(all ? { scores } : {}) };
}
