import { digits, type Sql, sql } from "../../sql/sql.ts";
import type { Settings, Store } from "../../storage/store.ts";

/** As many keys as a set in memory may hold: with its growth some 200 MB. */
const KEYS_AT_ONCE = 5_000_000;
/** As many events as are compared by the texts of their ids at once. */
const IDS_AT_ONCE = 1_000_000;

/** Otherwise every set would be sorted and kept a second time, to be looked up in an index that is of no use here. */
const SETS: Settings = { use_index_for_in_with_subqueries: 0 };

export interface Repeats {
  /** Rows that stand for an event which is there already. */
  readonly duplicates: number;
  /** Rows whose id stands for another event: of another customer or name. */
  readonly clashes: number;
}

const good = sql`reason = ''`;

/** How often the 64-bit key of an id stands for more than one row. */
export interface SharedKeys {
  /** Rows of the larger of ledger and `incoming` whose key the other has. */
  readonly known: number;
  /** Rows of `incoming` whose key another of its rows has. */
  readonly within: number;
}

/** `rows`: about as many as `incoming` has. */
export async function countSharedKeys(store: Store, rows: number): Promise<SharedKeys> {
  const [known, within] = await Promise.all([countKnown(store, rows), countWithin(store, rows)]);
  return { known, within };
}

/**
 * Finds the rows of `incoming` whose id the ledger has, or an earlier row of the import, and puts them down in
 * `incoming_repeats`. First by the 64-bit keys of the ids, a share at a time. Of those found, an event is the same when
 * another 64-bit hash, of id, customer and name, agrees too; the few whose key alone agrees are compared as texts.
 */
export async function findRepeats(store: Store, { known, within }: SharedKeys): Promise<Repeats> {
  if (within + known === 0) return { duplicates: 0, clashes: 0 };
  await store.run(sql`CREATE TABLE incoming_repeats (row UInt64, id_key UInt64, clash UInt8)
    ENGINE = MergeTree ORDER BY row`);
  if (known > 0) {
    await eachShare(known, KEYS_AT_ONCE, (share) => store.run(putKnown(share), SETS));
    const others = await sumShares(store, known, (share) => sql`SELECT count() AS n FROM ${otherKnown(share)}`);
    if (others > 0) await eachShare(others, IDS_AT_ONCE, (share) => store.run(putClashes(share), SETS));
  }
  if (within > 0) await eachShare(within, IDS_AT_ONCE, (share) => store.run(putWithin(share), SETS));
  const [found] = await store.rows<{ readonly duplicates: string; readonly clashes: string }>(
    sql`SELECT countIf(NOT clash) AS duplicates, countIf(clash) AS clashes FROM incoming_repeats`,
  );
  return { duplicates: Number(found?.duplicates ?? 0), clashes: Number(found?.clashes ?? 0) };
}

async function countWithin(store: Store, incoming: number): Promise<number> {
  return sumShares(
    store,
    incoming,
    (share) => sql`SELECT sum(times) AS n FROM (SELECT count() AS times FROM incoming
    WHERE ${good} AND ${share} GROUP BY id_key HAVING times > 1)`,
  );
}

/** The set is made of the smaller side. */
async function countKnown(store: Store, incoming: number): Promise<number> {
  const [events] = await store.rows<{ readonly n: string }>(sql`SELECT count() AS n FROM events`);
  const ledger = Number(events?.n ?? 0);
  if (ledger === 0) return 0;
  const [set, other] =
    incoming <= ledger ? ["incoming" as const, "events" as const] : ["events" as const, "incoming" as const];
  return sumShares(
    store,
    Math.min(incoming, ledger),
    (share) => sql`SELECT count() AS n FROM ${SIDES[other]} AND ${share}
    AND id_key IN (SELECT id_key FROM ${SIDES[set]} AND ${share})`,
  );
}

const SIDES = {
  incoming: sql`incoming WHERE ${good}`,
  events: sql`events WHERE true`,
} as const;

/** The customer, by the id that the event came with, and the name tell whether the same id means the same event. */
const cameWith = sql`if(known_as = '', customer, known_as)`;
const whose = sql`cityHash64(${cameWith}, name)`;
const whole = sql`sipHash64(id, ${cameWith}, name)`;

const keysOfIncoming = (share: Sql): Sql => sql`SELECT id_key FROM incoming WHERE ${good} AND ${share}`;

const putKnown = (share: Sql): Sql => sql`INSERT INTO incoming_repeats SELECT row, id_key, 0 FROM incoming
  WHERE ${good} AND ${share} AND (id_key, ${whole}) IN (
    SELECT id_key, ${whole} FROM events WHERE ${share} AND id_key IN (${keysOfIncoming(share)}))`;

/** Rows whose key the ledger has, but not for the same event. */
const otherKnown = (share: Sql): Sql => sql`incoming
  WHERE ${good} AND ${share} AND row NOT IN (SELECT row FROM incoming_repeats WHERE ${share})
    AND id_key IN (SELECT id_key FROM events WHERE ${share} AND id_key IN (${keysOfIncoming(share)}))`;

const putClashes = (share: Sql): Sql => sql`INSERT INTO incoming_repeats SELECT row, id_key, 1 FROM ${otherKnown(share)}
  AND id IN (SELECT id FROM events WHERE ${share} AND id_key IN (SELECT id_key FROM ${otherKnown(share)}))`;

/** After the ledger's: what the ledger has is compared with the ledger alone. */
const putWithin = (share: Sql): Sql => sql`INSERT INTO incoming_repeats
  SELECT one.1, key, one.2 != same[1].2 FROM (
    SELECT any(id_key) AS key, arraySort(groupArray((row, ${whose}))) AS same FROM incoming
    WHERE ${good} AND ${share} AND row NOT IN (SELECT row FROM incoming_repeats WHERE ${share}) AND id_key IN (
      SELECT id_key FROM incoming WHERE ${good} AND ${share} GROUP BY id_key HAVING count() > 1)
    GROUP BY id HAVING length(same) > 1)
  ARRAY JOIN arrayPopFront(same) AS one`;

/** Deletes from `incoming` what is not to become an event. */
export async function dropUnfit(store: Store, { duplicates, clashes }: Repeats, rejected: number): Promise<void> {
  if (duplicates + clashes === 0) {
    if (rejected > 0) await store.run(sql`ALTER TABLE incoming DELETE WHERE reason != ''`);
    return;
  }
  await eachShare(duplicates + clashes, KEYS_AT_ONCE, (_, of, i) => {
    const rows = sql`row % ${digits(of)} = ${digits(i)}`;
    return store.run(sql`ALTER TABLE incoming DELETE
      WHERE reason != '' OR ${rows} AND row IN (SELECT row FROM incoming_repeats WHERE ${rows})`);
  });
}

async function sumShares(store: Store, rows: number, query: (share: Sql) => Sql): Promise<number> {
  let sum = 0;
  await eachShare(rows, KEYS_AT_ONCE, async (share) => {
    const [row] = await store.rows<{ readonly n: string | null }>(query(share), SETS);
    sum += Number(row?.n ?? 0);
  });
  return sum;
}

async function eachShare(
  rows: number,
  atOnce: number,
  work: (share: Sql, of: number, i: number) => Promise<unknown>,
): Promise<void> {
  const shares = Math.max(1, Math.ceil(rows / atOnce));
  for (let i = 0; i < shares; i++) {
    const share = shares === 1 ? sql`true` : sql`id_key % ${digits(shares)} = ${digits(i)}`;
    await work(share, shares, i);
  }
}
