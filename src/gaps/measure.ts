import type { Legs } from "../journeys/journey-path.ts";
import type { Experience } from "../language/experience.ts";
import type { Store } from "../storage/store.ts";
import type { GapInBrief, JourneyPath, LegUse, PromiseGap, Report } from "./gap.ts";
import { type LedgerFacts, readLedgerFacts } from "./ledger-facts.ts";
import { measurePromises } from "./measure-promises.ts";
import { rollUpTeams, rollUpTouchpoints } from "./rollup.ts";
import { type Source, VERDICTS } from "./source.ts";

/** What is known of the ways that journeys go. */
export interface Ways {
  readonly journeys: readonly JourneyPath[];
  readonly legs: Legs;
}

/**
 * For every promise, whether customers got what they thought they bought, and how far expected, target and delivered
 * lie apart. Reads the table `verdicts`, which must hold the judgement of this experience as of this moment (ms since
 * 1970 UTC). Quantiles of delivered are of those who were answered: whoever still waits after the due moment, or waits
 * for ever, is counted as missed and drawn nowhere. Where nothing was judged, figures are null: there is no evidence.
 * `source` are the verdicts to measure, where not all: see filter.ts.
 */
export async function measureGaps(
  store: Store,
  experience: Experience,
  asOf: number,
  { journeys, legs }: Ways,
  source: Source = VERDICTS,
): Promise<Report> {
  const facts = await readLedgerFacts(store, asOf);
  const looked = { store, experience, promises: experience.promises, asOf, source };
  const promises = await measurePromises(looked, { legs: async () => legs });
  return reportOf(experience, asOf, { facts, journeys, promises });
}

/** A report of what was found out. */
export function reportOf<Gap extends GapInBrief>(
  experience: Experience,
  asOf: number,
  found: {
    readonly facts: LedgerFacts;
    readonly journeys: readonly JourneyPath[];
    readonly promises: readonly Gap[];
  },
): Report<Gap> {
  const { facts, journeys, promises } = found;
  const known = new Set(experience.events.map(({ name }) => name));
  return {
    experience: experience.name,
    currency: experience.currency ?? null,
    timezone: experience.timezone,
    as_of: new Date(asOf).toISOString(),
    events: facts.events,
    customers: facts.customers,
    first_event: facts.first,
    last_event: facts.last,
    promises,
    by_team: rollUpTeams(experience, promises),
    by_touchpoint: rollUpTouchpoints(experience, promises),
    journeys,
    unknown_events: facts.names.filter(({ name }) => !known.has(name)),
  };
}

/** One promise, measured as the report would; undefined where the experience does not make it. */
export async function measurePromise(
  store: Store,
  experience: Experience,
  name: string,
  asOf: number,
  legs: readonly LegUse[] | null = null,
): Promise<PromiseGap | undefined> {
  const promises = experience.promises.filter((promise) => promise.name === name);
  const looked = { store, experience, promises, asOf, source: VERDICTS };
  const [gap] = await measurePromises(looked, { legs: async () => new Map([[name, legs]]) });
  return gap;
}
