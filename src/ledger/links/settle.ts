import { natural, naturals, type Sql, sql, texts } from "../../sql/sql.ts";
import { everywhere, overShards } from "../../storage/shards.ts";
import { solely } from "../../storage/sole.ts";
import type { Store } from "../../storage/store.ts";
import { type Batch, nextBatch, noteBatch } from "../batches.ts";
import { follow } from "./link.ts";
import { isAnyOf, linksFrom } from "./read.ts";
import { noteLinks } from "./write.ts";

/** Customers that are looked at in one go. */
const AT_ONCE = 1000;

export interface Settled {
  /** Events that went to another customer. */
  readonly moved: number;
  /** Whether another program was at it, and has to finish first. */
  readonly busy: boolean;
}

/**
 * Moves the events of customers whose links have changed to where they belong now. An event is first copied and then
 * taken away, so that it is never nowhere; cut off in between, the next call goes on where it stopped.
 */
export async function settleLinks(store: Store, now: () => number): Promise<Settled> {
  let moved = 0;
  if ((await unsettled(store)).length === 0) return { moved, busy: false };
  for (;;) {
    const step = await solely(store, "settling_links", () => settleSome(store, now));
    if (step === undefined) return { moved, busy: true };
    moved += step.moved;
    if (step.links < AT_ONCE) return { moved, busy: false };
  }
}

async function settleSome(
  store: Store,
  now: () => number,
): Promise<{ readonly links: number; readonly moved: number }> {
  const pending = await unsettled(store);
  if (pending.length === 0) return { links: 0, moved: 0 };
  const homes = [...new Set(pending.flatMap((link) => link.homes))];
  const places = await misplaced(store, homes);
  const moved = places.length === 0 ? 0 : await move(store, places, now);
  const at = now();
  await noteLinks(
    store,
    pending.map(({ knownAs, customer, version }) => ({ knownAs, customer, what: "settled", at, source: "", version })),
  );
  return { links: pending.length, moved };
}

interface Pending {
  readonly knownAs: string;
  readonly customer: string;
  readonly homes: readonly string[];
  readonly version: bigint;
}

async function unsettled(store: Store): Promise<readonly Pending[]> {
  const rows = await store.rows<{ known_as: string; customer: string; places: readonly string[]; newest: string }>(
    sql`SELECT known_as, customer, groupUniqArrayArrayIf(homes, what = 'unsettled') AS places,
      toString(maxIf(version, what = 'unsettled')) AS newest
    FROM links
    WHERE (known_as_key, customer_key) IN (SELECT known_as_key, customer_key FROM links WHERE what = 'unsettled')
    GROUP BY known_as, customer
    HAVING maxIf(version, what = 'unsettled') > maxIf(version, what = 'settled')
    ORDER BY maxIf(version, what = 'unsettled') LIMIT ${natural(AT_ONCE)}`,
  );
  return rows.map((row) => ({
    knownAs: row.known_as,
    customer: row.customer,
    homes: row.places,
    version: BigInt(row.newest),
  }));
}

/** Events of one customer that came with one id, and belong to another customer. */
interface Place {
  /** Hash of both. */
  readonly place: string;
  readonly customer: string;
  readonly home: string;
  readonly events: number;
}

async function misplaced(store: Store, homes: readonly string[]): Promise<readonly Place[]> {
  const rows = await store.rows<{ customer: string; came_with: string; place: string; events: string }>(
    sql`SELECT customer, ${cameWith} AS came_with, toString(${placeKey}) AS place, toString(count()) AS events
    FROM events WHERE ${isAnyOf(homes)} GROUP BY customer, came_with, place`,
  );
  const links = await linksFrom(store, [...new Set(rows.map((row) => row.came_with))]);
  const home = follow(links);
  return rows.flatMap((row) => {
    const right = home(row.came_with);
    return right === row.customer ? [] : [{ ...row, home: right, events: Number(row.events) }];
  });
}

const cameWith = sql`if(known_as = '', customer, known_as)`;
const placeKey = sql`cityHash64(customer, known_as)`;

/** Returns how many were copied. The customers that lose events are noted before they do. */
async function move(store: Store, places: readonly Place[], now: () => number): Promise<number> {
  const begun = now();
  const rows = places.reduce((sum, place) => sum + place.events, 0);
  const batch: Batch = {
    batch: await nextBatch(store, begun, "links"),
    source: "links",
    begun,
    finished: undefined,
    rows,
    duplicates: 0,
    rejected: 0,
  };
  const from = [...new Set(places.map(({ customer }) => customer))];
  const to = [...new Set(places.map(({ home }) => home))];
  const right = sql`transform(${placeKey}, ${naturals(places.map(({ place }) => place))}, ${texts(places.map(({ home }) => home))}, '')`;
  const wrong = sql`${isAnyOf(from)} AND ${placeKey} IN ${naturals(places.map(({ place }) => place))}`;
  await noteBatch(store, batch);
  const events = overShards(store, "events");
  const { written } = await store.run(copy(batch.batch, right, wrong, idsOf(events, to, wrong)));
  await store.run(sql`INSERT INTO moved (batch, customer_key)
    SELECT ${natural(batch.batch)}, cityHash64(arrayJoin(${texts(from)}))`);
  await everywhere(
    store,
    sql`DELETE FROM events WHERE ${wrong} AND (cityHash64(${right}), id_key) GLOBAL IN (${idsOf(events, to, wrong)})`,
  );
  await noteBatch(store, { ...batch, finished: now() });
  return written;
}

/** What was copied before by a call that was cut off is left out. */
const copy = (
  batch: bigint,
  right: Sql,
  wrong: Sql,
  there: Sql,
): Sql => sql`INSERT INTO events (customer, known_as, name, at, received, source, id, batch, properties)
  SELECT ${right} AS home, if(${cameWith} = home, '', ${cameWith}), name, at, received, source, id,
    ${natural(batch)}, properties
  FROM events WHERE ${wrong} AND (cityHash64(home), id_key) GLOBAL NOT IN (${there})`;

/** What of them stands with these customers already. Who loses and who gains may lie on different shards. */
const idsOf = (events: Sql, homes: readonly string[], wrong: Sql): Sql => sql`SELECT customer_key, id_key FROM ${events}
  WHERE ${isAnyOf(homes)} AND id_key GLOBAL IN (SELECT id_key FROM ${events} WHERE ${wrong})`;
