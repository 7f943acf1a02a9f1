import { commas, type Sql, sql, text, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { follow, type Link, LONGEST_CHAIN } from "./link.ts";

interface Row {
  readonly known_as: string;
  readonly customer: string;
  readonly linked: string;
  readonly from_where: string;
  readonly undone: string;
  readonly newest: string;
}

/** All links that lead away from these ids, and from where they lead to, also those that were undone. */
export function linksFrom(store: Store, ids: readonly string[]): Promise<readonly Link[]> {
  return reach(store, ids, leadFrom, ({ customer }) => [customer]);
}

const keysOf = (ids: readonly string[]): Sql => sql`(SELECT cityHash64(arrayJoin(${texts(ids)})))`;
const leadFrom = (ids: readonly string[]): Sql => sql`known_as_key IN ${keysOf(ids)} AND known_as IN ${texts(ids)}`;
const touch = (ids: readonly string[]): Sql => sql`(known_as_key IN ${keysOf(ids)} OR customer_key IN ${keysOf(ids)})
    AND (known_as IN ${texts(ids)} OR customer IN ${texts(ids)})`;

async function reach(
  store: Store,
  ids: readonly string[],
  lookUp: (ids: readonly string[]) => Sql,
  onward: (link: Link) => readonly string[],
): Promise<readonly Link[]> {
  const seen = new Set(ids);
  const links = new Map<string, Link>();
  let some: readonly string[] = [...seen];
  for (let step = 0; some.length > 0 && step < LONGEST_CHAIN; step++) {
    const found = await readLinks(store, lookUp(some));
    for (const link of found) links.set(JSON.stringify([link.knownAs, link.customer]), link);
    some = [...new Set(found.flatMap(onward))].filter((id) => !seen.has(id));
    for (const id of some) seen.add(id);
  }
  return [...links.values()];
}

async function readLinks(store: Store, where: Sql): Promise<readonly Link[]> {
  const rows = await store.rows<Row>(sql`SELECT known_as, customer,
      toString(toUnixTimestamp64Milli(argMaxIf(at, version, what = 'linked'))) AS linked,
      argMaxIf(source, version, what = 'linked') AS from_where,
      if(maxIf(version, what = 'undone') > maxIf(version, what = 'linked'),
        toString(toUnixTimestamp64Milli(argMaxIf(at, version, what = 'undone'))), '') AS undone,
      toString(max(version)) AS newest
    FROM links WHERE ${where} GROUP BY known_as, customer HAVING countIf(what = 'linked') > 0
    ORDER BY known_as, customer`);
  return rows.map((row) => ({
    knownAs: row.known_as,
    customer: row.customer,
    linked: Number(row.linked),
    source: row.from_where,
    undone: row.undone === "" ? undefined : Number(row.undone),
    version: BigInt(row.newest),
  }));
}

/** With whom the events of an id stand: the customer that it is known to be. */
export async function customerOf(store: Store, id: string): Promise<string> {
  return follow(await linksFrom(store, [id]))(id);
}

/** A person behind an id: whom their events stand with, and every id by which they are known, that one first. */
export interface Person {
  readonly customer: string;
  readonly ids: readonly string[];
  /** Every link that names one of the ids. */
  readonly links: readonly Link[];
}

export async function readPerson(store: Store, id: string): Promise<Person> {
  const around = await reach(store, [id], touch, ({ knownAs, customer }) => [knownAs, customer]);
  const home = follow(around);
  const customer = home(id);
  const candidates = [...new Set([id, ...around.map(({ knownAs }) => knownAs)])];
  const ids = [customer, ...candidates.filter((one) => one !== customer && home(one) === customer)];
  return { customer, ids, links: around.filter((link) => ids.includes(link.knownAs) || ids.includes(link.customer)) };
}

/** Rows of these customers, in a table that is sorted by `customer_key`. */
export const isAnyOf = (customers: readonly string[]): Sql =>
  sql`(customer_key IN (${commas(customers.map((one) => sql`cityHash64(${text(one)})`))}) AND customer IN ${texts(customers)})`;
