import type { Legs } from "../journeys/journey-path.ts";
import type { CustomerPromise, Experience } from "../language/experience.ts";
import { type Sql, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { type Axis, axisOf } from "./axis.ts";
import { budgetOf, type Judged } from "./burn.ts";
import { type Cells, readCells } from "./cells.ts";
import { countsOf } from "./counts.ts";
import { readWindows } from "./decided.ts";
import { readDensities } from "./density.ts";
import type { Density, LegUse, PromiseGap } from "./gap.ts";
import { readPropertySlices } from "./property-slices.ts";
import { feltScale, readScores } from "./scores.ts";
import type { Cuts } from "./sliced-properties.ts";
import { type Source, VERDICTS } from "./source.ts";
import { quantilesOf, readSpreads, type Spread } from "./spread.ts";
import { NO_TALLY, sliceOf } from "./tally.ts";

/** What was read of one promise, before it is put together. */
interface Found {
  readonly cells: Cells;
  readonly spread: Spread;
  readonly density: Density | null;
  readonly windows: readonly Judged[];
  readonly scale: readonly [number, number] | null;
  readonly scores: PromiseGap["felt"]["scores"];
  readonly byProperty: PromiseGap["by_property"];
  readonly legs: readonly LegUse[] | null;
}

const NO_CELLS: Cells = { whole: NO_TALLY, onTarget: 0, offTarget: 0, byOccasion: [], byMonth: [] };
const NO_SPREAD: Spread = {
  delivered: null,
  expected: null,
  target: null,
  distance: { delivered_minus_expected: null, delivered_minus_target: null, target_minus_expected: null },
};

/** Of so many verdicts at most the questions are asked side by side. */
const FEW = 1_000_000;

/** The gaps of some promises of the experience; each question to the ledger is asked once for all of them. */
export async function measurePromises(
  store: Store,
  experience: Experience,
  promises: readonly CustomerPromise[],
  asOf: number,
  readLegs: () => Promise<Legs>,
  source: Source = VERDICTS,
  cuts?: Cuts,
): Promise<readonly PromiseGap[]> {
  const among = source.rows;
  const names = promises.map(({ name }) => name);
  const rows = await countRows(store, names, among);
  const aimed = promises.filter(({ goal }) => goal !== undefined).map(({ name }) => name);
  const scale = feltScale(experience);
  const pictures = async () => {
    const spreads = await readSpreads(store, promises, rows, among);
    return { spreads, densities: await readDensities(store, axesOf(spreads), among) };
  };
  const begin = inTurn(rows <= FEW);
  const [legs, cells, { spreads, densities }, windows, scores, byProperty] = await Promise.all([
    begin(readLegs),
    begin(() => readCells(store, experience, names, rows, among)),
    begin(pictures),
    begin(() => readWindows(store, aimed, asOf, among)),
    begin(() => readScores(store, scale, names, among)),
    begin(() => readPropertySlices(store, experience, promises, asOf, { rows, source, cuts })),
  ]);
  return promises.map((promise) =>
    gapOf(experience, promise, {
      cells: cells.get(promise.name) ?? NO_CELLS,
      spread: spreads.get(promise.name) ?? NO_SPREAD,
      density: densities.get(promise.name) ?? null,
      windows: windows.get(promise.name) ?? [],
      scale,
      scores: scores.get(promise.name),
      byProperty: byProperty.get(promise.name) ?? {},
      legs: legs.get(promise.name) ?? null,
    }),
  );
}

/** Side by side where there are few; else one after the other: each may need much of the engine's memory. */
function inTurn(sideBySide: boolean) {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = sideBySide ? work() : last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

async function countRows(store: Store, promises: readonly string[], among: Sql): Promise<number> {
  const [row] = await store.rows<{ rows: string }>(
    sql`select count() as rows from ${among} where promise in ${texts(promises)}`,
  );
  return Number(row?.rows ?? 0);
}

function axesOf(spreads: ReadonlyMap<string, Spread>): ReadonlyMap<string, Axis> {
  return new Map(
    [...spreads].flatMap(([promise, { delivered, expected, target }]) => {
      const axis = axisOf(delivered, expected, target);
      return axis === null ? [] : [[promise, axis] as const];
    }),
  );
}

function gapOf({ teams }: Experience, promise: CustomerPromise, found: Found): PromiseGap {
  const { whole, onTarget, offTarget, byOccasion, byMonth } = found.cells;
  const counts = countsOf(whole.words);
  const { made, team, touchpoint, goal } = promise;
  const here = (key: string | undefined) => (counts.asked === 0 ? [] : [sliceOf(key ?? null, whole)]);
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
    by_occasion: byOccasion,
    by_month: byMonth,
    by_team: here(team),
    by_touchpoint: here(touchpoint),
    by_property: found.byProperty,
    legs: found.legs,
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
