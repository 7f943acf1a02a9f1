import type { Legs } from "../journeys/journey-path.ts";
import { NO_CELLS, readCells } from "./cells.ts";
import { readDensities } from "./density.ts";
import { gapOf, readBeside } from "./found.ts";
import type { PromiseGap } from "./gap.ts";
import { readPropertySlices } from "./property-slices.ts";
import { type Looked, questionsOn } from "./questions.ts";
import type { Cuts } from "./sliced-properties.ts";
import { NO_SPREAD, readSpreads } from "./spread.ts";
import { middlesOf, sliceOf } from "./tally.ts";

/** What else there is to a promise, and how it is found out. */
export interface Beside {
  /** Of so many verdicts at most. */
  readonly legs: (most: number) => Promise<Legs>;
  /** Worked out already, for these promises. */
  readonly cuts?: Cuts | undefined;
}

/** The gaps of some promises of the experience; each question to the ledger is asked once for all of them. */
export async function measurePromises(looked: Looked, { legs, cuts }: Beside): Promise<readonly PromiseGap[]> {
  const { store, experience, promises, asOf, source } = looked;
  const questions = await questionsOn(looked);
  const { rows, ask } = questions;
  const names = promises.map(({ name }) => name);
  const pictures = async () => {
    const spreads = await readSpreads(store, promises, rows, source.rows);
    return { spreads, densities: await readDensities(store, spreads, source.rows) };
  };
  const [lost, { spreads, densities }, cells, beside, byProperty] = await Promise.all([
    ask(() => legs(rows)),
    ask(pictures),
    ask(() => readCells(store, experience, names, middlesOf(rows), source.rows)),
    readBeside(looked, questions),
    ask(() => readPropertySlices(store, experience, promises, asOf, { rows, source, cuts })),
  ]);
  return promises.map((promise) => {
    const { name } = promise;
    const own = cells.get(name) ?? NO_CELLS;
    const spread = spreads.get(name) ?? NO_SPREAD;
    const density = densities.get(name) ?? null;
    const gap = gapOf(experience, promise, { ...own, spread, density, ...beside(promise) });
    const here = (key: string | null) => (gap.asked === 0 ? [] : [sliceOf(key, own.whole)]);
    return {
      ...gap,
      by_occasion: own.byOccasion,
      by_month: own.byMonth,
      by_team: here(gap.team),
      by_touchpoint: here(gap.touchpoint),
      by_property: byProperty.get(name) ?? {},
      legs: lost.get(name) ?? null,
    };
  });
}
