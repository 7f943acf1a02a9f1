import type { Experience } from "../language/experience.ts";
import { digits, join, natural, naturals, type Sql, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { followedKey, followsColumn } from "./columns.ts";

/** A customer as a row of a list. Times are milliseconds since 1970 UTC. */
export interface CustomerRow {
  readonly customer: string;
  readonly events: number;
  readonly first: number;
  readonly last: number;
  readonly place: CustomerPlace;
}

/** How near a customer is to what was looked for, and the hash of their id as a decimal text. */
export interface CustomerPlace {
  readonly rank: number;
  readonly key: string;
}

interface Found {
  readonly customer_key: string;
  readonly rank: number;
}

export interface CustomerSearch {
  readonly search: string;
  readonly after: CustomerPlace | undefined;
  readonly limit: number;
}

/**
 * Customers by any id of theirs: their own or one they were known by, of an event, of a journey such as an order; then
 * those whose id begins so. Without anything to look for, all of them, in an order of the ledger's own.
 */
export async function findCustomers(
  store: Store,
  experience: Experience,
  search: CustomerSearch,
): Promise<readonly CustomerRow[]> {
  return tellCustomers(store, await placesOf(store, experience, search));
}

/** Where they are found, in that order. */
export async function placesOf(
  store: Store,
  { journeys }: Experience,
  { search, after, limit }: CustomerSearch,
): Promise<readonly CustomerPlace[]> {
  const follows = [...new Set(journeys.map((journey) => journey.follows))];
  const found = search === "" ? allAfter(after, limit) : matching(search, follows, after, limit);
  const rows = await store.rows<Found>(found, { optimize_aggregation_in_order: 1 });
  return rows.map(({ customer_key: key, rank }) => ({ rank, key }));
}

/** Who they are; whoever was erased since is left out. */
export async function tellCustomers(store: Store, places: readonly CustomerPlace[]): Promise<readonly CustomerRow[]> {
  if (places.length === 0) return [];
  const told = await store.rows<{ key: string; customer: string; events: string; first: number; last: number }>(
    sql`select customer_key as key, any(customer) as customer, count() as events,
      toFloat64(toUnixTimestamp64Milli(min(at))) as first, toFloat64(toUnixTimestamp64Milli(max(at))) as last
    from events where customer_key in ${naturals(places.map(({ key }) => key))} group by customer_key`,
  );
  const byKey = new Map(told.map((row) => [row.key, row]));
  return places.flatMap((place) => {
    const row = byKey.get(place.key);
    if (row === undefined) return [];
    const { customer, events, first, last } = row;
    return [{ customer, events: Number(events), first, last, place }];
  });
}

const allAfter = (after: CustomerPlace | undefined, limit: number): Sql =>
  sql`select customer_key, toUInt8(0) as rank from events where customer_key > ${natural(BigInt(after?.key ?? 0))}
    group by customer_key order by customer_key limit ${digits(limit)}`;

function matching(search: string, follows: readonly string[], after: CustomerPlace | undefined, limit: number): Sql {
  const wanted = text(search);
  const hash = sql`cityHash64(${wanted})`;
  const own = sql`select customer_key, toUInt8(0) as rank from events where customer_key = ${hash} and customer = ${wanted}`;
  const linked = sql`select customer_key, toUInt8(1) as rank from links where known_as_key = ${hash} and known_as = ${wanted}
    and what = 'linked'`;
  const keys = [sql`id_key = ${hash}`, ...follows.map((of) => sql`${followsColumn(of)} = ${followedKey(wanted)}`)];
  const ids = keys.map((isIt) => sql`select customer_key, toUInt8(2) as rank from events where ${isIt}`);
  const begins = sql`select customer_key, toUInt8(3) as rank from customers where startsWith(customer, ${wanted})`;
  const union = join([own, linked, ...ids, begins], sql` union all `);
  const from =
    after === undefined
      ? sql``
      : sql`having (rank, customer_key) > (${digits(after.rank)}, ${natural(BigInt(after.key))})`;
  return sql`select customer_key, min(rank) as rank from (${union}) group by customer_key ${from}
    order by rank, customer_key limit ${digits(limit)}`;
}
