import type { Legs } from "../journeys/journey-path.ts";
import type { PromiseGap } from "./gap.ts";
import { gapOf, readInBrief } from "./measure-in-brief.ts";
import { readPropertySlices } from "./property-slices.ts";
import { type Looked, questionsOn } from "./questions.ts";
import type { Cuts } from "./sliced-properties.ts";
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
  const [lost, found, byProperty] = await Promise.all([
    ask(() => legs(rows)),
    readInBrief(looked, questions, middlesOf(rows)),
    ask(() => readPropertySlices(store, experience, promises, asOf, { rows, source, cuts })),
  ]);
  return promises.map((promise) => {
    const own = found(promise);
    const { by_month, ...brief } = gapOf(experience, promise, own);
    const here = (key: string | null) => (brief.asked === 0 ? [] : [sliceOf(key, own.cells.whole)]);
    return {
      ...brief,
      by_occasion: own.cells.byOccasion,
      by_month,
      by_team: here(brief.team),
      by_touchpoint: here(brief.touchpoint),
      by_property: byProperty.get(promise.name) ?? {},
      legs: lost.get(promise.name) ?? null,
    };
  });
}
