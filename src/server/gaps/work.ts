import { type Filter, narrow } from "../../gaps/filter.ts";
import { type PropertyChoice, readPropertyChoices } from "../../gaps/filter-choices.ts";
import type { PromiseGap, Report } from "../../gaps/gap.ts";
import { measureGaps } from "../../gaps/measure.ts";
import { type WorstVerdict, worstSubjects } from "../../gaps/worst.ts";
import { readLegs } from "../../journeys/legs.ts";
import { readJourneys } from "../../journeys/read.ts";
import type { Store } from "../../storage/store.ts";
import { keyOfFilter } from "./filter-query.ts";
import type { Answer, Judgement, Prepared } from "./prepared.ts";
import { REPORT } from "./report-schema.ts";

/** How many of the worst are named. */
const WORST = 10;

/** The answers that take long, each under the key by which it is kept ready. */
export interface Work {
  /** What `kept report --json` prints, of the verdicts that the filter leaves; journeys are always whole. */
  report(filter: Filter, newest: boolean): Promise<{ readonly report: Report; readonly answer: Answer }>;
  /** Who is behind the worst of a promise. */
  worst(promise: string, filter: Filter, newest: boolean): Promise<readonly WorstVerdict[]>;
  /** By which properties there is to filter. */
  choices(newest: boolean): Promise<readonly PropertyChoice[]>;
}

export function workOf(store: Store, prepared: Prepared): Work {
  const parsed = new WeakMap<Answer, unknown>();
  const read = <T>(answer: Answer): T => {
    const known = parsed.get(answer) ?? JSON.parse(answer.json);
    parsed.set(answer, known);
    return known as T;
  };
  const measure = async (filter: Filter, judgement: Judgement): Promise<Report> => {
    const { asOf } = judgement;
    const { experience, among } = narrow(judgement.experience, filter);
    const journeys = await readJourneys(store, judgement.experience, asOf);
    const legs = await readLegs(store, experience, asOf, among);
    return REPORT.parse(await measureGaps(store, experience, asOf, { journeys, legs }, among)) as Report;
  };
  return {
    async report(filter, newest) {
      const answer = await prepared.give(`report ${keyOfFilter(filter)}`, (last) => measure(filter, last), newest);
      return { report: read<Report>(answer), answer };
    },
    async worst(promise, filter, newest) {
      const key = `worst ${JSON.stringify(promise)} ${keyOfFilter(filter)}`;
      const work = async (judgement: Judgement) => {
        const { experience, among } = narrow(judgement.experience, filter);
        return worstSubjects(store, experience, promise, WORST, among);
      };
      return read<readonly WorstVerdict[]>(await prepared.give(key, work, newest));
    },
    async choices(newest) {
      const work = (last: Judgement) => readPropertyChoices(store, last.experience, last.asOf);
      return read<readonly PropertyChoice[]>(await prepared.give("choices", work, newest));
    },
  };
}

export const gapNamed = (report: Report, name: string): PromiseGap | undefined =>
  report.promises.find(({ promise }) => promise === name);
