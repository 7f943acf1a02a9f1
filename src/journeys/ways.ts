import type { Experience, Journey } from "../language/experience.ts";
import { join, type Sql, sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { EVERY, namesIn, subjectPaths } from "./subject-paths.ts";

/**
 * The rows of the table `ways` of some customers, as of a moment in ms since 1970 UTC; `customers` is a condition on
 * `customer_key`. Undefined where there are none.
 */
export async function wayRows(
  store: Store,
  { journeys }: Experience,
  asOf: number,
  customers: Sql,
): Promise<Sql | undefined> {
  const each = await Promise.all(journeys.map((journey) => waysOf(store, journey, asOf, customers)));
  return each.length === 0 ? undefined : join(each, sql` union all `);
}

async function waysOf(store: Store, journey: Journey, asOf: number, customers: Sql): Promise<Sql> {
  const goings = { journey, asOf, begun: EVERY, stored: false };
  const theirs = sql` and ${customers}`;
  const found = await store.rows<{ readonly name: string }>(
    sql`select distinct name from ${namesIn(goings)}${theirs} order by name`,
  );
  const names = found.map(({ name }) => name);
  // An event that came since with another name is judged, and so brought, the next time.
  const known = sql`${theirs} and name in ${texts(names)}`;
  return sql`select ${text(journey.name)} as journey, customer_key, subject_key,
    fromUnixTimestamp64Milli(times[1], 'UTC') as begun, times, arrayMap(place -> ${texts(names)}[place], names) as names
  from (${subjectPaths(goings, names, known)})`;
}
