import type { CustomerPromise, Experience } from "../language/experience.ts";
import { nameRows, type VerdictRow } from "../promises/read.ts";
import type { Verdict } from "../promises/verdict.ts";
import { digits, number, numbers, type Sql, sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { ALL } from "./verdict-columns.ts";

/** A broken promise, with the text of its keys and how bad it is. */
export interface WorstVerdict extends Verdict {
  /** How much a broken promise weighs on that occasion. */
  readonly stakes: number;
  /** How far beyond what was expected; of those never answered, seconds since it was due; undefined where no moment was. */
  readonly beyond: number | undefined;
}

interface WorstRow extends VerdictRow {
  readonly stakes: number;
  readonly beyond: number | null;
}

/**
 * Those whom a promise was broken for worst, at most `n`, as of the last judgement: first those who were never answered,
 * then the others, each by how far beyond expected it is, weighed by what is at stake; the latest first among equals.
 */
export async function worstSubjects(
  store: Store,
  experience: Experience,
  promise: string,
  n: number,
  among = ALL,
): Promise<readonly WorstVerdict[]> {
  const found = experience.promises.find(({ name }) => name === promise);
  if (found === undefined) return [];
  const rows = await store.rows<WorstRow>(sql`with (select argMax(as_of, number) from judgements) as as_of,
  ${stakesOf(experience)} as stakes, ${beyondOf(found)} as beyond
select *, stakes, beyond from ${among}
where promise = ${text(promise)} and verdict in ('late', 'missed')
order by isNull(delivered) desc, stakes * ifNull(beyond, 0) desc, asked_at desc, customer_key, asked_key
limit 1 by customer_key, subject_key limit ${digits(n)}`);
  return Promise.all(rows.map((row) => nameWorst(store, experience, row)));
}

async function nameWorst(store: Store, experience: Experience, row: WorstRow): Promise<WorstVerdict> {
  const [verdict] = await nameRows(store, experience, [row]);
  if (verdict === undefined) throw new Error(`the verdict on ${row.promise} has lost its name`);
  return { ...verdict, stakes: row.stakes, beyond: row.beyond ?? undefined };
}

function stakesOf({ occasions }: Experience): Sql {
  const names = texts(["", ...occasions.map(({ name }) => name)]);
  const stakes = numbers([1, ...occasions.map(({ stakes }) => stakes)]);
  return sql`transform(toString(occasion), ${names}, ${stakes}, ${number(1)})`;
}

function beyondOf(promise: CustomerPromise): Sql {
  switch (promise.kind) {
    case "then":
      return sql`multiIf(isNotNull(delivered), delivered - expected, due_at < as_of, dateDiff('millisecond', due_at, as_of) / 1000, null)`;
    case "first":
      return sql`expected - delivered`;
    case "count":
    case "never":
    case "measure": {
      // A verdict holds the upper bound, where there is one, and only then the lower.
      const { usual, for: others } = promise.expected;
      const names = texts(["", ...others.map(({ occasion }) => occasion)]);
      const leasts = [usual, ...others.map(({ value }) => value)].map(({ least }) => least ?? 0);
      const least = sql`transform(toString(occasion), ${names}, ${numbers(leasts)}, ${number(leasts[0] ?? 0)})`;
      return sql`if(delivered > expected, delivered - expected, ${least} - delivered)`;
    }
  }
}
