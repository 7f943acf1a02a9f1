import { type Filter, narrow } from "../../gaps/filter.ts";
import { type PropertyChoice, readPropertyChoices } from "../../gaps/filter-choices.ts";
import type { JourneyPath, PromiseGap, Report } from "../../gaps/gap.ts";
import { type LedgerFacts, readLedgerFacts } from "../../gaps/ledger-facts.ts";
import { reportOf } from "../../gaps/measure.ts";
import { measurePromises } from "../../gaps/measure-promises.ts";
import { type Cuts, onlyOf, planCuts } from "../../gaps/sliced-properties.ts";
import { type WorstVerdict, worstSubjects } from "../../gaps/worst.ts";
import type { House } from "../../house.ts";
import { readLegs } from "../../journeys/legs.ts";
import { readJourneys } from "../../journeys/read.ts";
import type { Shelf } from "../../published/shelf.ts";
import type { Store } from "../../storage/store.ts";
import { keyOfFilter } from "./filter-query.ts";
import { openAskings } from "./keep-askings.ts";
import { type Answer, type Judgement, openPreparedOn } from "./prepared.ts";
import { openReadyAnswers } from "./ready-answers.ts";

/** How many of the worst are named. */
const WORST = 10;

/** The answers that take long, each under the key by which it is kept ready. */
export interface Work {
  /** What `kept report --json` prints, of the verdicts that the filter leaves; journeys are always whole. */
  report(filter: Filter, newest: boolean): Promise<{ readonly report: Report; readonly answer: Answer }>;
  /** One promise of that report; undefined where the filter leaves nothing of it. */
  gap(promise: string, filter: Filter, newest: boolean): Promise<Told<PromiseGap | undefined>>;
  /** Who is behind the worst of a promise. */
  worst(promise: string, filter: Filter, newest: boolean): Promise<readonly WorstVerdict[]>;
  /** By which properties there is to filter. */
  choices(newest: boolean): Promise<readonly PropertyChoice[]>;
  /** Of which judgement the answers on all customers are. */
  judgement(): Promise<Judgement>;
  /** Goes on following the judgements until it is closed. */
  start(onTrouble: (thrown: unknown) => void): void;
  close(): Promise<void>;
}

/** What was found, and the answer that it stands in. */
export interface Told<T> {
  readonly told: T;
  readonly answer: Answer;
}

/** What is the same for every filter. */
interface Whole {
  readonly facts: LedgerFacts;
  readonly journeys: readonly JourneyPath[];
  readonly cuts: Cuts;
}

export function workOf(house: House, shelf: Shelf): Work {
  const askings = openAskings(house, shelf);
  const prepared = openPreparedOn(house.store, askings.judgement, openReadyAnswers(house.store, shelf));
  const parsed = new WeakMap<Answer, unknown>();
  const read = <T>(answer: Answer): Told<T> => {
    const known = parsed.get(answer) ?? JSON.parse(answer.json);
    parsed.set(answer, known);
    return { told: known as T, answer };
  };
  const whole = async (newest: boolean): Promise<Told<Whole>> => {
    const work = async ({ experience, asOf }: Judgement, store: Store): Promise<Whole> => ({
      facts: await readLedgerFacts(store, asOf),
      journeys: await readJourneys(store, experience, asOf),
      cuts: await planCuts(store, experience, experience.promises, asOf),
    });
    return read<Whole>(await prepared.give("whole", work, newest, true));
  };
  /** Where they are known of this experience. Not waited for: whoever works holds a place that others wait for. */
  const knownCuts = ({ experience }: Judgement): Cuts | undefined => {
    const known = prepared.peek("whole");
    return known?.judgement.experience === experience ? read<Whole>(known).told.cuts : undefined;
  };
  /** Of one promise, or of all that the filter leaves. */
  const measure = async (filter: Filter, judgement: Judgement, store: Store, promise?: string) => {
    const { asOf } = judgement;
    const narrowed = narrow(judgement.experience, filter, judgement.source);
    const promises = narrowed.experience.promises.filter(({ name }) => promise === undefined || name === promise);
    const names = promises.map(({ name }) => name);
    const experience = { ...narrowed.experience, promises };
    const known = knownCuts(judgement);
    const cuts = known && onlyOf(known, names);
    const legs = () => readLegs(store, experience, asOf, narrowed.source);
    return measurePromises(store, experience, promises, asOf, legs, narrowed.source, cuts);
  };
  const gaps = (filter: Filter, newest: boolean): Promise<Answer> =>
    prepared.give(`gaps ${keyOfFilter(filter)}`, (last, store) => measure(filter, last, store), newest, true);
  const reports = new WeakMap<
    Answer,
    Map<string, { readonly report: Report; readonly answer: Answer; readonly whole: Answer }>
  >();

  return {
    judgement: prepared.judgement,
    async report(filter, newest) {
      const all = await whole(newest);
      const found = read<readonly PromiseGap[]>(await gaps(coreOf(filter), newest));
      const key = keyOfFilter(filter);
      const made = reports.get(found.answer) ?? new Map();
      reports.set(found.answer, made);
      const known = made.get(key);
      if (known?.whole === all.answer) return known;
      const report = reportFrom(found.answer.judgement, filter, all.told, found.told);
      const answer: Answer = { json: JSON.stringify(report), judgement: found.answer.judgement };
      const told = { report, answer, whole: all.answer };
      made.set(key, told);
      return told;
    },
    async gap(promise, filter, newest) {
      const core = coreOf(filter);
      const known = newest ? undefined : prepared.peek(`gaps ${keyOfFilter(core)}`);
      // Not what was there before the promise was.
      const ready = known?.judgement.experience.promises.some(({ name }) => name === promise);
      const work = (last: Judgement, store: Store) => measure(core, last, store, promise);
      const answer =
        ready === true
          ? await gaps(core, false)
          : await prepared.give(`gap ${JSON.stringify(promise)} ${keyOfFilter(core)}`, work, newest, true);
      const { experience } = narrow(answer.judgement.experience, filter);
      const isLeft = experience.promises.some(({ name }) => name === promise);
      const { told } = read<readonly PromiseGap[]>(answer);
      return { told: isLeft ? told.find((gap) => gap.promise === promise) : undefined, answer };
    },
    async worst(promise, filter, newest) {
      const key = `worst ${JSON.stringify(promise)} ${keyOfFilter(filter)}`;
      const work = async ({ experience, asOf, source }: Judgement, store: Store) => {
        const narrowed = narrow(experience, filter, source);
        return worstSubjects(store, narrowed.experience, promise, asOf, WORST, narrowed.among);
      };
      return read<readonly WorstVerdict[]>(await prepared.give(key, work, newest)).told;
    },
    async choices(newest) {
      const work = (last: Judgement, store: Store) =>
        readPropertyChoices(store, last.experience, last.asOf, knownCuts(last));
      return read<readonly PropertyChoice[]>(await prepared.give("choices", work, newest, true)).told;
    },
    start: askings.start,
    async close() {
      await askings.stop();
      await prepared.close();
    },
  };
}

/** Which promises are looked at changes nothing about any of them. */
const coreOf = (filter: Filter): Filter => ({ ...filter, promises: [], teams: [], touchpoints: [] });

function reportFrom(
  { experience, asOf }: Judgement,
  filter: Filter,
  { facts, journeys }: Whole,
  gaps: readonly PromiseGap[],
): Report {
  const narrowed = narrow(experience, filter).experience;
  const left = new Set(narrowed.promises.map(({ name }) => name));
  const promises = gaps.filter(({ promise }) => left.has(promise));
  return reportOf(narrowed, asOf, { facts, journeys, promises });
}
