import type { Experience } from "../../language/experience.ts";
import type { Judged } from "../../promises/judged.ts";
import { JUDGING, rangesOf } from "../../promises/judging.ts";
import { EVERYBODY } from "../../promises/rejudged.ts";
import { type Name, name, natural, naturals, type Sql, sql } from "../../sql/sql.ts";
import { makeBeside, takePlace } from "../../storage/beside.ts";
import { onEachShard } from "../../storage/shards.ts";
import type { Store } from "../../storage/store.ts";
import { chooseKinds } from "./kinds.ts";
import { askingColumns, askingRows } from "./rows.ts";
import { printOf, readStanding, type Standing, writeStanding } from "./standing.ts";

const ASKINGS = name("askings");
const MAKING = name("askings_making");
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
 * Brings the table `askings` to the last judgement, which was of this experience: only of whom it changed, where the table is of the
 * same file. One program at a time does it. Gives how it then stands.
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
 * Whoever was erased since their verdicts were read is not brought back. Asked once the rows are there: erasing finds them
 * from then on. Without verdicts is also, for a moment, who is just being judged again.
 */
async function dropErased(shard: Store, { number }: Standing, brought: Name, among: Sql): Promise<void> {
  const gone = await shard.rows<{
    readonly key: string;
  }>(sql`select distinct toString(customer_key) as key from ${brought}
    where customer_key not in (select customer_key from verdicts where ${among})
      and customer_key not in (select customer_key from rejudged where number > ${natural(number)})`);
  if (gone.length > 0)
    await shard.run(sql`delete from askings where customer_key in ${naturals(gone.map(({ key }) => key))}`);
}

async function replaceTheirs(shard: Store, experience: Experience, next: Standing, among: Sql): Promise<void> {
  await makeBeside(shard, ASKINGS, MAKING);
  await fill(shard, experience, next, [among]);
  await shard.run(sql`delete from askings where ${among}`);
  await shard.run(sql`alter table askings attach partition tuple() from ${MAKING}`);
  await dropErased(shard, next, MAKING, among);
  await shard.run(sql`drop table ${MAKING} sync`);
}

async function makeAnew(store: Store, experience: Experience, next: Standing): Promise<Standing> {
  const made = { ...next, kinds: await chooseKinds(store, experience) };
  await onEachShard(store, async (shard) => {
    await makeBeside(shard, ASKINGS, MAKING);
    const [row] = await shard.rows<{ customers: string }>(
      sql`select toString(uniq(customer_key)) as customers from verdicts`,
    );
    await fill(shard, experience, made, rangesOf(Math.ceil(Number(row?.customers ?? 0) / SLICE)));
  });
  await onEachShard(store, async (shard) => {
    await takePlace(shard, MAKING, ASKINGS);
    await dropErased(shard, made, ASKINGS, sql`true`);
  });
  await writeStanding(store, made);
  await onEachShard(store, (shard) => shard.run(sql`drop table if exists ${MAKING} sync`));
  return made;
}

async function fill(
  shard: Store,
  experience: Experience,
  { kinds, asOf }: Standing,
  slices: readonly Sql[],
): Promise<void> {
  for (const slice of slices)
    await shard.run(
      sql`insert into ${MAKING} (${askingColumns(kinds)}) ${askingRows(experience, kinds, asOf, slice)}
order by asked_at`,
      { ...JUDGING, join_algorithm: "hash" },
    );
}
