import type { Experience } from "../../language/experience.ts";
import { moment, sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { isRefusal, type Refusal } from "../estimate.ts";
import { NOBODY_ASKED, NOTHING_BOUGHT } from "../undeclared.ts";
import { adjust, type Prepared, prepare } from "./adjust.ts";
import type { Question } from "./cases.ts";
import { type Compared, compare } from "./compare.ts";
import { OUTCOMES, type Outcome, type OutcomeCost, type PromiseCost } from "./cost.ts";
import { type Known, readKnown, sampled } from "./known-rows.ts";
import { type Counted, type NaiveSums, readNaiveSums } from "./naive.ts";
import { outcomeCost } from "./outcome-cost.ts";

export interface CostOptions {
  /** Days in which a purchase counts as buying again; as the experience says where nothing is said. */
  readonly windowDays?: number;
  readonly seed?: number;
  /** Only these promises. */
  readonly promises?: readonly string[];
  /** Verdicts that are fitted at most, of each promise: with more, a part of the customers stands for all. */
  readonly most?: number;
}

/** Of more verdicts than these a part of the customers is fitted; of promises that are rarely broken a larger one. */
const MOST_VERDICTS = 10_000;
const WANTED_BROKEN = 2_000;

/**
 * What a broken promise costs, for each promise: in felt score, in buying again and in value received, as it was seen and
 * adjusted for what was known when its clock started. Differences are over all verdicts; where there are more than
 * `most`, the adjusted ones are over the verdicts of a part of the customers that depends on nothing but the seed, and
 * say so. Reads the table `verdicts`, judged as of the same moment (ms since 1970 UTC).
 */
export async function measureCosts(
  store: Store,
  experience: Experience,
  asOf: number,
  options: CostOptions = {},
): Promise<readonly PromiseCost[]> {
  const seenTo = await lastSeen(store, asOf);
  const windowDays = options.windowDays ?? experience.value.againWithinDays;
  const costs: PromiseCost[] = [];
  // One after the other: each may need much of the engine's memory.
  for (const promise of experience.promises) {
    if (options.promises?.includes(promise.name) === false) continue;
    costs.push(await measureCost(store, { experience, promise, asOf, seenTo, windowDays }, options));
  }
  return costs;
}

/** The ledger tells of nothing after its last event, whatever it is judged as of. */
async function lastSeen(store: Store, asOf: number): Promise<number> {
  const [row] = await store.rows<{ last: number }>(
    sql`select toFloat64(toUnixTimestamp64Milli(max(at))) as last from events where at <= ${moment(asOf)}`,
  );
  return Math.min(asOf, row?.last ?? asOf);
}

async function measureCost(store: Store, question: Question, { seed = 1, most }: CostOptions): Promise<PromiseCost> {
  const { promise, windowDays } = question;
  const sums = await readNaiveSums(store, question);
  const { broken, kept, unplaced } = sums.counted;
  const seen = seenOf(question, sums);
  const room = roomFor(sums.counted, most);
  const share = room / Math.max(1, broken + kept);
  const anything = OUTCOMES.some((outcome) => !isRefusal(seen[outcome].naive));
  const known = anything ? await readKnown(store, question, sampled(share, seed), 2 * room) : null;
  const adjusted = adjustAll(known, seen, seed, share < 1);
  const put = (outcome: Outcome): OutcomeCost => outcomeCost(outcome, sums, seen[outcome], adjusted[outcome]);
  return {
    promise: promise.name,
    says: promise.says,
    broken,
    kept,
    unplaced,
    window_days: windowDays,
    worth: promise.worth ?? null,
    felt: put("felt"),
    bought: put("bought"),
    received: put("received"),
  };
}

function seenOf({ experience, windowDays }: Question, sums: NaiveSums): Readonly<Record<Outcome, Compared>> {
  const asked = experience.events.some(({ felt }) => felt !== undefined);
  const pays = experience.value.bought.length > 0;
  const of = (outcome: Outcome, known: boolean, none: Refusal): Compared =>
    known ? compare(outcome, sums, windowDays) : { naive: none, smallest: null };
  return {
    felt: of("felt", asked, NOBODY_ASKED),
    bought: of("bought", pays, NOTHING_BOUGHT),
    received: of("received", pays, NOTHING_BOUGHT),
  };
}

/** As many verdicts as are fitted at most; more where so few are broken that a part of them would hold hardly any. */
function roomFor({ broken, kept }: Counted, most = MOST_VERDICTS): number {
  if (broken === 0) return most;
  const forBroken = (WANTED_BROKEN * (broken + kept)) / broken;
  return Math.round(Math.max(most, Math.min(forBroken, 4 * most)));
}

/** Every outcome that can be compared, adjusted; buying again and what was received share their verdicts, and so their fits. */
function adjustAll(
  known: Known | null,
  seen: Readonly<Record<Outcome, Compared>>,
  seed: number,
  isSample: boolean,
): Readonly<Record<Outcome, OutcomeCost["adjusted"]>> {
  const made = new Map<string, Prepared | Refusal>();
  const of = (outcome: Outcome): OutcomeCost["adjusted"] => {
    const { naive } = seen[outcome];
    if (isRefusal(naive) || known === null) return naive as Refusal;
    const rows = outcome === "felt" ? "felt" : "bought";
    const prepared = made.get(rows) ?? prepare(known, rows, seed);
    made.set(rows, prepared);
    if ("kind" in prepared) return prepared;
    return adjust(prepared, outcome, isSample ? known.rows.filter((row) => row[outcome] !== null).length : null);
  };
  return { felt: of("felt"), bought: of("bought"), received: of("received") };
}
