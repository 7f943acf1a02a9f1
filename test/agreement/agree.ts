import fc from "fast-check";
import type { Experience } from "../../src/language/experience.ts";
import type { Verdict } from "../../src/promises/verdict.ts";
import type { Store } from "../../src/storage/store.ts";
import type { LedgerEvent } from "../oracle/event.ts";
import { judgeByHand } from "../oracle/judge.ts";
import { compare, type Difference, iso, sideBySide } from "./compare.ts";
import { type Coverage, cover } from "./coverage.ts";
import { load, prepare } from "./load.ts";
import { printExperience } from "./print-experience.ts";
import { reduce } from "./reduce.ts";
import { type Size, type World, world } from "./world-arbitrary.ts";

export type Judge = (store: Store, experience: Experience, asOf: number) => Promise<readonly Verdict[]>;
export type Oracle = (experience: Experience, events: readonly LedgerEvent[], asOf: number) => readonly Verdict[];

export interface Sides {
  readonly store: Store;
  readonly engine: Judge;
  readonly oracle?: Oracle;
}

/** What both were given and where they part: a row, or the words with which the engine refused. */
interface Disagreement {
  readonly asOf: number;
  readonly difference: Difference | string;
}

export const worldOf = (seed: number, size: Size): World => {
  const [made] = fc.sample(world(size), { seed, numRuns: 1 });
  if (made === undefined) throw new Error("no world was made");
  return made;
};

/** Both judge the world of this seed. Gives back the words of the smallest disagreement, if there is one. */
export async function agreeOn(sides: Sides, seed: number, size: Size, coverage: Coverage): Promise<string | undefined> {
  const words = await agreeOnWorld(sides, worldOf(seed, size), coverage);
  return words && `seed ${seed}, ${words}`;
}

export async function agreeOnWorld(sides: Sides, whole: World, coverage: Coverage): Promise<string | undefined> {
  await prepare(sides.store, whole.experience);
  const found = await firstDisagreement(sides, whole, coverage);
  if (found === undefined) return undefined;
  const smallest = await reduce(narrowed(whole, found), async (smaller) => {
    const again = await firstDisagreement(sides, smaller);
    return again !== undefined && sort(again) === sort(found);
  });
  return describe(smallest, (await firstDisagreement(sides, smallest)) ?? found);
}

async function firstDisagreement(
  { store, engine, oracle = judgeByHand }: Sides,
  { experience, events, asOf }: World,
  coverage?: Coverage,
): Promise<Disagreement | undefined> {
  const loaded = await load(store, events);
  for (const moment of asOf) {
    const byHand = oracle(experience, loaded, moment);
    if (coverage !== undefined) cover(coverage, experience, byHand);
    const judged = await engine(store, experience, moment).catch(refusal);
    const difference = typeof judged === "string" ? judged : compare(byHand, judged);
    if (difference !== undefined) return { asOf: moment, difference };
  }
  return undefined;
}

const refusal = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Two disagreements of the same sort have one cause, as far as can be told. */
const sort = ({ difference }: Disagreement): string =>
  typeof difference === "string" ? "refused" : `${difference.oracle?.verdict} ${difference.engine?.verdict}`;

/** Only the one moment, and where a row is known the one promise and the one customer. */
function narrowed(world: World, { asOf, difference }: Disagreement): World {
  const row = typeof difference === "string" ? undefined : (difference.oracle ?? difference.engine);
  if (row === undefined) return { ...world, asOf: [asOf] };
  const promises = world.experience.promises.filter(({ name }) => name === row.promise);
  const events = world.events.filter(({ customer }) => customer === row.customer);
  return { experience: { ...world.experience, promises }, events, asOf: [asOf] };
}

function describe({ experience, events }: World, { asOf, difference }: Disagreement): string {
  const happened = events
    .toSorted((one, other) => one.at - other.at)
    .map(({ id, name, at, properties }) => `  ${id} ${name} ${iso(at)} ${JSON.stringify(properties)}`);
  return [
    `as of ${iso(asOf)}`,
    typeof difference === "string" ? `the engine refused: ${difference.slice(0, 2000)}` : sideBySide(difference),
    `events:`,
    ...happened,
    printExperience({ ...experience, events: [] }),
  ].join("\n");
}
