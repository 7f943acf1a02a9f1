import type { CustomerPromise, Experience, PropertyType } from "../language/experience.ts";
import { propertyColumn } from "../ledger/columns.ts";
import { commas, moment, name, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** A property of asking events, and the promises that it cuts. */
export interface SlicedProperty {
  readonly name: string;
  readonly promises: readonly string[];
}

/** Which properties are worth a cut, and where they stand. */
export interface Cuts {
  readonly properties: readonly SlicedProperty[];
  /** The promises that any of them cuts. */
  readonly promises: readonly string[];
  /** The events that ask for them. */
  readonly events: readonly string[];
  /** How many such events there are. */
  readonly askings: number;
}

const NO_CUTS: Cuts = { properties: [], promises: [], events: [], askings: 0 };

/** A property with more values than this names things and does not tell kinds apart. */
export const MOST_VALUES = 20_000;
/** A property with more values than a third of its events is a name and not a kind; a few values are always shown. */
const FEW_VALUES = 20;

interface EventRow {
  readonly name: string;
  readonly count: string;
  readonly [values: `values_${number}`]: string;
}

/**
 * The declared text properties of the asking events by which a promise can be cut: not those that a journey follows, not
 * what customers said in their own words, not those that are different for nearly everybody.
 */
export async function planCuts(
  store: Store,
  experience: Experience,
  promises: readonly CustomerPromise[],
  asOf: number,
): Promise<Cuts> {
  const declared = declaredKinds(experience, ["text"]);
  const candidates = [...new Set(promises.flatMap((promise) => textsOf(promise, declared)))];
  if (candidates.length === 0) return NO_CUTS;
  const events = eventsOf(promises, (promise) => textsOf(promise, declared).length > 0);
  const distinct = candidates.map((property, i) => sql`uniq(${propertyColumn(property)}) as ${name(`values_${i}`)}`);
  const counted = await store.rows<EventRow>(sql`select name, count() as count, ${commas(distinct)}
from events where name in ${texts(events)} and at <= ${moment(asOf)} group by name`);
  const rows = new Map(counted.map((row) => [row.name, row]));
  const isKind = (promise: CustomerPromise, property: string): boolean => {
    const own = promise.when.flatMap(({ event }) =>
      declared.get(event)?.has(property) ? (rows.get(event) ?? []) : [],
    );
    const values = own.reduce((sum, row) => sum + Number(row[`values_${candidates.indexOf(property)}`]), 0);
    const asked = own.reduce((sum, row) => sum + Number(row.count), 0);
    return values > 0 && values <= MOST_VALUES && values <= Math.max(FEW_VALUES, asked / 3);
  };
  const properties = candidates
    .map((property) => ({
      name: property,
      promises: promises
        .filter((promise) => textsOf(promise, declared).includes(property) && isKind(promise, property))
        .map((promise) => promise.name),
    }))
    .filter((property) => property.promises.length > 0);
  const cut = new Set(properties.flatMap((property) => property.promises));
  const asking = eventsOf(promises, (promise) => cut.has(promise.name));
  const askings = asking.reduce((sum, event) => sum + Number(rows.get(event)?.count ?? 0), 0);
  return { properties, promises: [...cut], events: asking, askings };
}

/** What of it is about some of the promises. */
export function onlyOf({ properties, events, askings }: Cuts, promises: readonly string[]): Cuts {
  const own = properties
    .map((property) => ({ ...property, promises: property.promises.filter((promise) => promises.includes(promise)) }))
    .filter((property) => property.promises.length > 0);
  return { properties: own, promises: [...new Set(own.flatMap((property) => property.promises))], events, askings };
}

type Declared = ReadonlyMap<string, ReadonlySet<string>>;

/** By event: its properties of some types that may tell kinds apart. */
export function declaredKinds({ events, journeys }: Experience, types: readonly PropertyType[]): Declared {
  const follows = new Set(journeys.map((journey) => journey.follows));
  const words = new Set(events.map((event) => event.felt?.words));
  return new Map(
    events.map((event) => [
      event.name,
      new Set(
        event.has.flatMap(({ name, type }) =>
          types.includes(type) && !follows.has(name) && !words.has(name) ? name : [],
        ),
      ),
    ]),
  );
}

const textsOf = ({ when }: CustomerPromise, declared: Declared): readonly string[] => [
  ...new Set(when.flatMap(({ event }) => [...(declared.get(event) ?? [])])),
];

const eventsOf = (promises: readonly CustomerPromise[], which: (promise: CustomerPromise) => boolean) => [
  ...new Set(promises.filter(which).flatMap(({ when }) => when.map(({ event }) => event))),
];
