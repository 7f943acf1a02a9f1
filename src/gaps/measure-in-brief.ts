import type { CustomerPromise, Experience } from "../language/experience.ts";
import { type Axis, axisOf } from "./axis.ts";
import { budgetOf, type Judged } from "./burn.ts";
import { type Cells, readCells } from "./cells.ts";
import { countsOf } from "./counts.ts";
import { readWindows } from "./decided.ts";
import { readDensities } from "./density.ts";
import type { Density, GapInBrief, PromiseGap, UncutGap } from "./gap.ts";
import { NO_QUANTILES, type Quantiling } from "./quantiles.ts";
import { type Looked, type Questions, questionsOn } from "./questions.ts";
import { feltScale, readScores } from "./scores.ts";
import { quantilesOf, readSpreads, type Spread } from "./spread.ts";
import { NO_TALLY, partOf } from "./tally.ts";

/** What was read of one promise, before it is put together. */
export interface Found {
  readonly cells: Cells;
  readonly spread: Spread;
  readonly density: Density | null;
  readonly windows: readonly Judged[];
  readonly scale: readonly [number, number] | null;
  readonly scores: PromiseGap["felt"]["scores"];
}

const NO_CELLS: Cells = { whole: NO_TALLY, onTarget: 0, offTarget: 0, byOccasion: [], byMonth: [] };
const NO_SPREAD: Spread = {
  delivered: null,
  expected: null,
  target: null,
  distance: { delivered_minus_expected: null, delivered_minus_target: null, target_minus_expected: null },
};

/** What a row of all promises needs, for a fraction of what it costs to measure them whole. */
export async function measureInBrief(looked: Looked): Promise<readonly GapInBrief[]> {
  const found = await readInBrief(looked, await questionsOn(looked), NO_QUANTILES);
  return looked.promises.map((promise) => {
    const { by_month, ...gap } = gapOf(looked.experience, promise, found(promise));
    return { ...gap, by_month: by_month.map(partOf) };
  });
}

/** Each question is asked once for all promises; quantiles of what was delivered in parts of them cost as much again. */
export async function readInBrief(
  { store, experience, promises, asOf, source: { rows: among } }: Looked,
  { rows, ask }: Questions,
  quantiling: Quantiling,
): Promise<(promise: CustomerPromise) => Found> {
  const names = promises.map(({ name }) => name);
  const aimed = promises.filter(({ goal }) => goal !== undefined).map(({ name }) => name);
  const scale = feltScale(experience);
  const pictures = async () => {
    const spreads = await readSpreads(store, promises, rows, among);
    return { spreads, densities: await readDensities(store, axesOf(spreads), among) };
  };
  const [{ spreads, densities }, cells, windows, scores] = await Promise.all([
    ask(pictures),
    ask(() => readCells(store, experience, names, quantiling, among)),
    ask(() => readWindows(store, aimed, asOf, among)),
    ask(() => readScores(store, scale, names, among)),
  ]);
  return ({ name }) => ({
    cells: cells.get(name) ?? NO_CELLS,
    spread: spreads.get(name) ?? NO_SPREAD,
    density: densities.get(name) ?? null,
    windows: windows.get(name) ?? [],
    scale,
    scores: scores.get(name),
  });
}

function axesOf(spreads: ReadonlyMap<string, Spread>): ReadonlyMap<string, Axis> {
  return new Map(
    [...spreads].flatMap(([promise, { delivered, expected, target }]) => {
      const axis = axisOf(delivered, expected, target);
      return axis === null ? [] : [[promise, axis] as const];
    }),
  );
}

export function gapOf({ teams }: Experience, promise: CustomerPromise, found: Found): UncutGap {
  const { whole, onTarget, offTarget, byMonth } = found.cells;
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
    by_month: byMonth,
  };
}

const judgedOf = ({ kept, late, missed }: Cells["whole"]["words"]): Judged => ({
  judged: kept + late + missed,
  broken: late + missed,
});

/** Scores are told one by one only where they account for every answer. */
function feltOf({ cells: { whole }, scale, scores = [] }: Found): PromiseGap["felt"] {
  const { feltKept: kept, feltBroken: broken } = whole;
  const told = scores.reduce((sum, score) => sum + score.kept + score.broken, 0);
  const all = told > 0 && told === kept.n + broken.n;
  return { kept, broken, scale, ...(all ? { scores } : {}) };
}
