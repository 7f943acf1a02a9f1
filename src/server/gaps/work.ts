import { type Filter, NO_FILTER, narrow } from "../../gaps/filter.ts";
import { type PropertyChoice, readPropertyChoices } from "../../gaps/filter-choices.ts";
import type { GapInBrief, JourneyPath, PromiseGap, Report } from "../../gaps/gap.ts";
import { type LedgerFacts, readLedgerFacts } from "../../gaps/ledger-facts.ts";
import { reportOf } from "../../gaps/measure.ts";
import { measureInBrief } from "../../gaps/measure-in-brief.ts";
import { type KeptOnPath, measureOnPath } from "../../gaps/measure-on-path.ts";
import { measurePromises } from "../../gaps/measure-promises.ts";
import { mostLeft } from "../../gaps/most-left.ts";
import { type Looked, questionsOn } from "../../gaps/questions.ts";
import { type Cuts, onlyOf, planCuts } from "../../gaps/sliced-properties.ts";
import { type WorstVerdict, worstSubjects } from "../../gaps/worst.ts";
import type { House } from "../../house.ts";
import { readLegs } from "../../journeys/legs.ts";
import { readJourney, readJourneys } from "../../journeys/read.ts";
import { isEvery } from "../../journeys/subject-paths.ts";
import type { CustomerPromise } from "../../language/experience.ts";
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
  report(filter: Filter, newest: boolean): Promise<Reported<PromiseGap>>;
  /** The same, as far as a row of each promise needs it: there sooner where nobody asked for all. */
  brief(filter: Filter, newest: boolean): Promise<Reported<GapInBrief>>;
  /** One promise of that report; undefined where the filter leaves nothing of it. */
  gap(promise: string, filter: Filter, newest: boolean): Promise<Told<PromiseGap | undefined>>;
  /** A journey, of the subjects that were begun in that time, or asked on that occasion; undefined where there is none. */
  journey(name: string, filter: Filter, newest: boolean): Promise<Told<Gone | undefined>>;
  /** Who is behind the worst of a promise. */
  worst(promise: string, filter: Filter, newest: boolean): Promise<readonly WorstVerdict[]>;
  /** By which properties there is to filter. */
  choices(newest: boolean): Promise<readonly PropertyChoice[]>;
  /** Of which judgement the answers on all customers are. */
  judgement(): Promise<Judgement>;
  /** There is a new judgement. */
  judged(): void;
  /** Goes on following the judgements until it is closed. */
  start(onTrouble: (thrown: unknown) => void): void;
  close(): Promise<void>;
}

export interface Reported<Gap extends GapInBrief> {
  readonly report: Report<Gap>;
  readonly answer: Answer;
}

/** What was found, and the answer that it stands in. */
export interface Told<T> {
  readonly told: T;
  readonly answer: Answer;
}

/** A journey as it is gone, and how what is promised on it is kept. */
export interface Gone {
  readonly journey: JourneyPath;
  readonly promised: readonly KeptOnPath[];
}

/** What is the same for every filter. */
interface Whole {
  readonly facts: LedgerFacts;
  readonly journeys: readonly JourneyPath[];
  readonly cuts: Cuts;
}

export function workOf(house: House, shelf: Shelf): Work {
  const askings = openAskings(house, shelf);
  const prepared = openPreparedOn(house.store, shelf, askings.judgement, openReadyAnswers(house.store, shelf));
  const parsed = new WeakMap<Answer, unknown>();
  const read = <T>(answer: Answer): Told<T> => {
    const known = parsed.get(answer) ?? JSON.parse(answer.json);
    parsed.set(answer, known);
    return { told: known as T, answer };
  };
  const whole = async (newest: boolean): Promise<Told<Whole>> => {
    const work = async ({ experience, asOf, source }: Judgement, store: Store): Promise<Whole> => ({
      facts: await readLedgerFacts(store, asOf),
      journeys: await readJourneys(store, experience, asOf, source.ways),
      cuts: await planCuts(store, experience, experience.promises, asOf),
    });
    return read<Whole>(await prepared.give("whole", work, newest, true));
  };
  /** What is ready of this experience. Not waited for: whoever works holds a place that others wait for. */
  const knownOf = <T>(key: string, { experience }: Judgement): T | undefined => {
    const known = prepared.peek(key);
    return known?.judgement.experience === experience ? read<T>(known).told : undefined;
  };
  const knownCuts = (last: Judgement): Cuts | undefined => knownOf<Whole>("whole", last)?.cuts;
  /** All promises that the filter leaves, or only some. */
  const lookedAt = (
    filter: Filter,
    judgement: Judgement,
    store: Store,
    isMeant: (promise: CustomerPromise) => boolean = () => true,
  ): Looked => {
    const { experience, asOf } = judgement;
    const narrowed = narrow(experience, filter, judgement.source);
    const promises = narrowed.experience.promises.filter(isMeant);
    const all = knownOf<readonly PromiseGap[]>(keyOfGaps(NO_FILTER), judgement);
    const most = all && mostLeft(all, promises, filter);
    return { store, experience: { ...narrowed.experience, promises }, promises, asOf, source: narrowed.source, most };
  };
  const measure = async (judgement: Judgement, looked: Looked) => {
    const { store, experience, promises, asOf, source } = looked;
    const known = knownCuts(judgement);
    const names = promises.map(({ name }) => name);
    const cuts = known && onlyOf(known, names);
    return measurePromises(looked, { legs: (most) => readLegs(store, experience, asOf, { ...source, most }), cuts });
  };
  /** What everybody asks for is there again after a restart; there are too many filters. */
  const giveOf = (filter: Filter, key: string, work: Parameters<typeof prepared.give>[1], newest: boolean) =>
    prepared.give(key, work, newest, isNone(filter));
  const gaps = (filter: Filter, newest: boolean): Promise<Answer> =>
    giveOf(filter, keyOfGaps(filter), (last, store) => measure(last, lookedAt(filter, last, store)), newest);
  const inBrief = (filter: Filter, newest: boolean): Promise<Answer> => {
    // Of everything the whole is kept ready, or was when the server stopped.
    if (isNone(filter) || (!newest && prepared.peek(keyOfGaps(filter)) !== undefined)) return gaps(filter, newest);
    const work = (last: Judgement, store: Store) => measureInBrief(lookedAt(filter, last, store));
    return prepared.give(`brief ${keyOfFilter(filter)}`, work, newest);
  };
  const reports = new WeakMap<Answer, Map<string, Reported<GapInBrief> & { readonly whole: Answer }>>();
  /** Made once of each answer on gaps and each on the whole. */
  const reported = <Gap extends GapInBrief>(filter: Filter, gaps: Answer, all: Told<Whole>): Reported<Gap> => {
    const key = keyOfFilter(filter);
    const made = reports.get(gaps) ?? new Map();
    reports.set(gaps, made);
    const known = made.get(key);
    if (known?.whole === all.answer) return known;
    const { judgement } = gaps;
    const report = reportFrom(judgement, filter, all.told, read<readonly Gap[]>(gaps).told);
    const told = { report, answer: { json: JSON.stringify(report), judgement }, whole: all.answer };
    made.set(key, told);
    return told;
  };

  return {
    judgement: prepared.judgement,
    judged: prepared.judged,
    async report(filter, newest) {
      const all = await whole(newest);
      return reported(filter, await gaps(coreOf(filter), newest), all);
    },
    async brief(filter, newest) {
      const all = await whole(newest);
      return reported(filter, await inBrief(coreOf(filter), newest), all);
    },
    async gap(promise, filter, newest) {
      const core = coreOf(filter);
      const known = newest ? undefined : prepared.peek(keyOfGaps(core));
      // Not what was there before the promise was.
      const ready = known?.judgement.experience.promises.some(({ name }) => name === promise);
      const work = (last: Judgement, store: Store) =>
        measure(
          last,
          lookedAt(core, last, store, ({ name }) => name === promise),
        );
      const answer =
        ready === true
          ? await gaps(core, false)
          : await giveOf(core, `gap ${JSON.stringify(promise)} ${keyOfFilter(core)}`, work, newest);
      const { experience } = narrow(answer.judgement.experience, filter);
      const isLeft = experience.promises.some(({ name }) => name === promise);
      const { told } = read<readonly PromiseGap[]>(answer);
      return { told: isLeft ? told.find((gap) => gap.promise === promise) : undefined, answer };
    },
    async journey(name, { from, to, occasions }, newest) {
      const begun = { from, to, occasions };
      if (isEvery(begun)) {
        const [all, answer] = await Promise.all([whole(newest), gaps(NO_FILTER, newest)]);
        const journey = all.told.journeys.find((one) => one.journey === name);
        const { told } = read<readonly PromiseGap[]>(answer);
        return { told: journey && { journey, promised: told.filter((gap) => gap.journey === name) }, answer };
      }
      const work = async (last: Judgement, store: Store): Promise<Gone | null> => {
        const { asOf, source } = last;
        const journey = last.experience.journeys.find((one) => one.name === name);
        if (journey === undefined) return null;
        const looked = lookedAt({ ...NO_FILTER, ...begun }, last, store, (promise) => promise.journey === name);
        const questions = await questionsOn(looked);
        const [path, promised] = await Promise.all([
          questions.ask(() => readJourney(store, { journey, asOf, begun, stored: source.ways })),
          measureOnPath(looked, questions),
        ]);
        return { journey: path, promised };
      };
      const key = `journey ${JSON.stringify([name, begun])}`;
      const { told, answer } = read<Gone | null>(await prepared.give(key, work, newest));
      return { told: told ?? undefined, answer };
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

const isNone = (filter: Filter): boolean => keyOfFilter(filter) === keyOfFilter(NO_FILTER);
const keyOfGaps = (filter: Filter): string => `gaps ${keyOfFilter(filter)}`;

function reportFrom<Gap extends GapInBrief>(
  { experience, asOf }: Judgement,
  filter: Filter,
  { facts, journeys }: Whole,
  gaps: readonly Gap[],
): Report<Gap> {
  const narrowed = narrow(experience, filter).experience;
  const left = new Set(narrowed.promises.map(({ name }) => name));
  const promises = gaps.filter(({ promise }) => left.has(promise));
  return reportOf(narrowed, asOf, { facts, journeys, promises });
}
