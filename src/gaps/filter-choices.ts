import type { Experience, PropertyType } from "../language/experience.ts";
import { propertyColumn } from "../ledger/columns.ts";
import { digits, moment, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { askingWith } from "./filter.ts";
import { type Cuts, planCuts } from "./sliced-properties.ts";

/** A declared property of events that ask, by which verdicts can be filtered. */
export interface PropertyChoice {
  readonly name: string;
  readonly type: PropertyType;
  /** The promises whose asking events have it. */
  readonly promises: readonly string[];
  /** The most frequent first, null being none; null where there are no kinds of it to choose from. */
  readonly values: readonly ValueChoice[] | null;
  /** Whether there are more values than are listed. */
  readonly more: boolean;
}

export interface ValueChoice {
  readonly value: string | null;
  /** How many events that may ask have it. */
  readonly events: number;
}

/** So many values of a property are listed. */
const LISTED = 100;

/**
 * By which properties verdicts can be filtered, and by which of their values, as of a moment (ms since 1970 UTC). `cuts` of
 * all promises, where they are worked out already.
 */
export async function readPropertyChoices(
  store: Store,
  experience: Experience,
  asOf: number,
  cuts?: Cuts,
): Promise<readonly PropertyChoice[]> {
  const kinds = cuts ?? (await planCuts(store, experience, experience.promises, asOf));
  const choices: PropertyChoice[] = [];
  for (const [name, type] of typesOf(experience)) {
    const having = experience.promises.filter((promise) => askingWith(experience, promise, name).length > 0);
    if (having.length === 0) continue;
    const listed = type === "yes-no" || kinds.properties.some((kind) => kind.name === name);
    const events = [...new Set(having.flatMap((promise) => askingWith(experience, promise, name)))];
    const values = listed ? await readValues(store, name, events, asOf) : null;
    choices.push({
      name,
      type,
      promises: having.map((promise) => promise.name),
      values: values?.slice(0, LISTED) ?? null,
      more: (values?.length ?? 0) > LISTED,
    });
  }
  return choices;
}

const typesOf = ({ events }: Experience): ReadonlyMap<string, PropertyType> =>
  new Map(events.flatMap(({ has }) => has.map(({ name, type }) => [name, type])));

async function readValues(
  store: Store,
  property: string,
  events: readonly string[],
  asOf: number,
): Promise<readonly ValueChoice[]> {
  const rows = await store.rows<{ value: string | null; events: string }>(
    sql`select toString(${propertyColumn(property)}) as value, count() as events from events
where name in ${texts(events)} and at <= ${moment(asOf)} group by value order by events desc, value limit ${digits(LISTED + 1)}`,
  );
  return rows.map(({ value, events: count }) => ({ value, events: Number(count) }));
}
