import { wayRows } from "../../journeys/ways.ts";
import type { Experience } from "../../language/experience.ts";
import { customerSlices } from "../../ledger/customer-keys.ts";
import type { Judged } from "../../promises/judged.ts";
import { JUDGING } from "../../promises/judging.ts";
import { EVERYBODY } from "../../promises/rejudged.ts";
import { type Name, name, natural, naturals, type Sql, sql } from "../../sql/sql.ts";
import { makeBeside, takePlace } from "../../storage/beside.ts";
import { onEachShard } from "../../storage/shards.ts";
import type { Store } from "../../storage/store.ts";
import { chooseKinds } from "./kinds.ts";
import { askingColumns, askingRows } from "./rows.ts";
import { printOf, readStanding, type Standing, writeStanding } from "./standing.ts";

const ASKINGS = { table: name("askings"), making: name("askings_making") } as const;
const WAYS = { table: name("ways"), making: name("ways_making") } as const;
const TABLES = [ASKINGS, WAYS] as const;
/** Joins, and sorting, hold what belongs to so many customers at once, in about half a gigabyte each. */
const SLICE = 100_000;
/** Where more than so many, and more than one in five, were judged anew, all are made anew. */
const MANY = 10_000;

/** Which verdicts were replaced since the table was made. */
interface Since {
  readonly customers: number;
  readonly everybody: boolean;
}

/**
 * Brings the tables `askings` and `ways` to the last judgement, which was of this experience: only of whom it changed, where
 * they are of the same file. One program at a time does it. Gives how they then stand.
 */
export async function bringAskings(store: Store, experience: Experience, last: Judged): Promise<Standing> {
  const known = await readStanding(store);
  const follows =
    known !== undefined && known.experience === printOf(experience) && known.number <= last.number ? known : undefined;
  if (follows?.number === last.number) return { ...follows, asOf: last.asOf };
  const since = follows === undefined ? undefined : await readSince(store, follows.number, last.number);
  const next: Standing = {
    version: (known?.version ?? 0) + 1,
    number: last.number,
    experience: printOf(experience),
    asOf: last.asOf,
    kinds: follows?.kinds ?? [],
  };
  if (follows === undefined || since === undefined || since.everybody || (await isMuch(store, since)))
    return makeAnew(store, experience, next);
  if (since.customers === 0) return { ...follows, asOf: last.asOf };
  const among = sql`customer_key in ${rejudgedBetween(follows.number, last.number)}`;
  await onEachShard(store, (shard) => replaceTheirs(shard, experience, next, among));
  await writeStanding(store, next);
  return next;
}

/** Whose verdicts were replaced after one judgement and up to another. */
export async function readSince(store: Store, after: number, upTo: number): Promise<Since> {
  const [row] = await store.rows<{ customers: string; everybody: number }>(
    sql`select toString(uniqExact(customer_key)) as customers, max(customer_key = ${EVERYBODY}) as everybody
      from rejudged where number > ${natural(after)} and number <= ${natural(upTo)}`,
  );
  return { customers: Number(row?.customers ?? 0), everybody: Boolean(row?.everybody) };
}

async function isMuch(store: Store, { customers }: Since): Promise<boolean> {
  if (customers <= MANY) return false;
  const [row] = await store.rows<{ all: string }>(sql`select toString(uniq(customer_key)) as all from verdicts`);
  return customers * 5 > Number(row?.all ?? 0);
}

const rejudgedBetween = (after: number, upTo: number): Sql =>
  sql`(select customer_key from rejudged where number > ${natural(after)} and number <= ${natural(upTo)})`;

/**
 * Whoever was erased since their rows were read is not brought back. Asked once the rows are there: erasing finds them from
 * then on. `left` is a condition on `customer_key`.
 */
async function dropErased(shard: Store, table: Name, brought: Name, among: Sql, left: Sql): Promise<void> {
  const gone = await shard.rows<{ readonly key: string }>(
    sql`select distinct toString(customer_key) as key from ${brought} where ${among} and not (${left})`,
  );
  if (gone.length > 0)
    await shard.run(sql`delete from ${table} where customer_key in ${naturals(gone.map(({ key }) => key))}`);
}

/**
 * Of some customers, whose keys can be held. Without verdicts is also, for a moment, who is just being judged again; without
 * events is only who was erased.
 */
async function dropAllErased(
  shard: Store,
  { number }: Standing,
  brought: "table" | "making",
  among: Sql,
): Promise<void> {
  const left = sql`customer_key in (select customer_key from verdicts where ${among})
    or customer_key in (select customer_key from rejudged where number > ${natural(number)})`;
  await dropErased(shard, ASKINGS.table, ASKINGS[brought], among, left);
  const alive = sql`customer_key in (select customer_key from events where ${among})`;
  await dropErased(shard, WAYS.table, WAYS[brought], among, alive);
}

async function replaceTheirs(shard: Store, experience: Experience, next: Standing, among: Sql): Promise<void> {
  for (const { table, making } of TABLES) await makeBeside(shard, table, making);
  await fill(shard, experience, next, [among]);
  for (const { table, making } of TABLES) {
    await shard.run(sql`delete from ${table} where ${among}`);
    await shard.run(sql`alter table ${table} attach partition tuple() from ${making}`);
  }
  await dropAllErased(shard, next, "making", among);
  for (const { making } of TABLES) await shard.run(sql`drop table ${making} sync`);
}

async function makeAnew(store: Store, experience: Experience, next: Standing): Promise<Standing> {
  const made = { ...next, kinds: await chooseKinds(store, experience) };
  await onEachShard(store, async (shard) => {
    for (const { table, making } of TABLES) await makeBeside(shard, table, making);
    await fill(shard, experience, made, await customerSlices(shard, SLICE));
  });
  await onEachShard(store, async (shard) => {
    for (const { table, making } of TABLES) await takePlace(shard, making, table);
    for (const slice of await customerSlices(shard)) await dropAllErased(shard, made, "table", slice);
  });
  await writeStanding(store, made);
  await onEachShard(store, async (shard) => {
    for (const { making } of TABLES) await shard.run(sql`drop table if exists ${making} sync`);
  });
  return made;
}

/** In the order of time: of a stretch of time little lies in each part. */
async function fill(
  shard: Store,
  experience: Experience,
  { kinds, asOf }: Standing,
  slices: readonly Sql[],
): Promise<void> {
  const settings = { ...JUDGING, join_algorithm: "hash" };
  for (const slice of slices) {
    await shard.run(
      sql`insert into ${ASKINGS.making} (${askingColumns(kinds)}) ${askingRows(experience, kinds, asOf, slice)} order by promise, asked_at`,
      settings,
    );
    const ways = await wayRows(shard, experience, asOf, slice);
    if (ways === undefined) continue;
    await shard.run(
      sql`insert into ${WAYS.making} (journey, customer_key, subject_key, begun, times, names) select * from (${ways}) order by begun`,
      settings,
    );
  }
}
