import type { CustomerPromise, Experience } from "../language/experience.ts";
import { COLUMNS } from "../promises/judging.ts";
import { nameEach, type VerdictRow } from "../promises/read.ts";
import type { Verdict } from "../promises/verdict.ts";
import { digits, moment, number, numbers, type Sql, sql, text, texts } from "../sql/sql.ts";
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
 * Those whom a promise was broken for worst, at most `n`, as of the judgement's moment (ms since 1970 UTC): first those who
 * were never answered, then the others, each by how far beyond expected it is, weighed by what is at stake; the latest first
 * among equals. Who was erased or became another customer since is left out.
 */
export async function worstSubjects(
  store: Store,
  experience: Experience,
  promise: string,
  asOf: number,
  n: number,
  among = ALL,
): Promise<readonly WorstVerdict[]> {
  const found = experience.promises.find(({ name }) => name === promise);
  if (found === undefined) return [];
  const rows = await store.rows<WorstRow>(sql`with ${stakesOf(experience)} as stakes, ${beyondOf(found, asOf)} as beyond
select ${COLUMNS}, stakes, beyond from ${among}
where promise = ${text(promise)} and verdict in ('late', 'missed')
order by isNull(delivered) desc, stakes * ifNull(beyond, 0) desc, asked_at desc, customer_key, asked_key
limit 1 by customer_key, subject_key limit ${digits(n)}`);
  const named = await nameEach(store, experience, rows);
  return rows.flatMap(({ stakes, beyond }, i) => {
    const verdict = named[i];
    return verdict === undefined ? [] : [{ ...verdict, stakes, beyond: beyond ?? undefined }];
  });
}

function stakesOf({ occasions }: Experience): Sql {
  const names = texts(["", ...occasions.map(({ name }) => name)]);
  const stakes = numbers([1, ...occasions.map(({ stakes }) => stakes)]);
  return sql`transform(toString(occasion), ${names}, ${stakes}, ${number(1)})`;
}

function beyondOf(promise: CustomerPromise, asOf: number): Sql {
  switch (promise.kind) {
    case "then":
      return sql`multiIf(isNotNull(delivered), delivered - expected, due_at < ${moment(asOf)}, dateDiff('millisecond', due_at, ${moment(asOf)}) / 1000, null)`;
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
