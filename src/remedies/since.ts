import { BROKEN } from "../gaps/verdict-columns.ts";
import type { Experience } from "../language/experience.ts";
import { isOfTerm } from "../promises/pass.ts";
import { join, moment, naturals, type Sql, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { isScored, scoreOf } from "../value/said.ts";
import type { Case } from "./case.ts";

/** What the customer said and did after a case was opened: they, not we, say whether it is mended. */
export interface Since {
  /** The last score, on the scale of the first felt event in the file; ms since 1970 UTC. */
  readonly said: { readonly at: number; readonly score: number; readonly from: number; readonly to: number } | null;
  /** Days on which they bought. */
  readonly bought: number;
  /** How many of the promises that it is about, asked before it was opened, are broken still. */
  readonly broken: number;
}

/** By case. Reads events up to `asOf` (ms since 1970 UTC) and the table `verdicts`. */
export async function readSince(
  store: Store,
  experience: Experience,
  cases: readonly Case[],
  asOf: number,
): Promise<ReadonlyMap<string, Since>> {
  if (cases.length === 0) return new Map();
  const keys = [...new Set(cases.map(({ key }) => key))];
  const first = Math.min(...cases.map(({ openedAt }) => openedAt.getTime()));
  const happened = await store.rows<Happened>(eventsSince(experience, keys, first, asOf));
  const broken = await store.rows<Broken>(
    sql`select toString(customer_key) as key, promise, toUnixTimestamp64Milli(asked_at) as asked from verdicts
    where ${BROKEN} and customer_key in ${naturals(keys)} and promise in ${texts(experience.promises.map(({ name }) => name))}`,
  );
  const scale = experience.events.find(({ felt }) => felt !== undefined)?.felt;
  return new Map(
    cases.map((one) => {
      const opened = one.openedAt.getTime();
      const own = happened.filter(({ key, at }) => key === one.key && Number(at) > opened);
      const said = own.filter(({ score }) => score !== null).at(-1);
      const days = own.filter(({ bought }) => bought === 1).map(({ at }) => Math.floor(Number(at) / 86_400_000));
      const still = broken.filter(
        ({ key, promise, asked }) =>
          key === one.key && Number(asked) <= opened && (one.promise === null || one.promise === promise),
      );
      const told =
        said === undefined || said.score === null || scale === undefined
          ? null
          : { at: Number(said.at), score: said.score, from: scale.from, to: scale.to };
      return [one.id, { said: told, bought: new Set(days).size, broken: still.length }];
    }),
  );
}

interface Happened {
  readonly key: string;
  readonly at: string;
  readonly score: number | null;
  readonly bought: number;
}

interface Broken {
  readonly key: string;
  readonly promise: string;
  readonly asked: string;
}

function eventsSince(experience: Experience, keys: readonly string[], from: number, asOf: number): Sql {
  const scored = isScored(experience) ?? sql`false`;
  const bought = experience.value.bought.length === 0 ? sql`false` : isOfTerm(experience.value.bought);
  const score = scoreOf(experience) ?? sql`cast(null, 'Nullable(Float64)')`;
  return sql`select toString(customer_key) as key, toString(toUnixTimestamp64Milli(at)) as at, ${score} as score, toUInt8(${bought}) as bought
    from events where customer_key in ${naturals(keys)} and events.at > ${moment(from)} and events.at <= ${moment(asOf)}
    and (${join([scored, bought], sql` or `)}) order by events.at, id_key`;
}

/**
 * When the last promise to customers (keys) broke, in ms since 1970 UTC: what was due, when it was due or answered; else
 * when it was asked. Who has nothing broken is left out.
 */
export async function lastBroken(
  store: Store,
  { promises }: Experience,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const broke = sql`greatest(asked_at, least(coalesce(due_at, answered_at, asked_at), coalesce(answered_at, due_at, asked_at)))`;
  const rows = await store.rows<{ key: string; last: string }>(
    sql`select toString(customer_key) as key, toString(toUnixTimestamp64Milli(max(${broke}))) as last from verdicts
    where ${BROKEN} and customer_key in ${naturals(keys)} and promise in ${texts(promises.map(({ name }) => name))} group by customer_key`,
  );
  return new Map(rows.map(({ key, last }) => [key, Number(last)]));
}
