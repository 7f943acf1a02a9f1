import type { Experience } from "../../language/experience.ts";
import { digits, moment, sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { isScored, scoreOf } from "../said.ts";
import { settledRows } from "../settled.ts";
import type { Pattern } from "./patterns.ts";

const DAY = 86_400_000;

/**
 * The last score of every customer, and which promises (places in the experience's list) had been broken for them within
 * so many days before it. One row for each pattern and score, whatever the number of customers.
 */
export async function readPatterns(
  store: Store,
  experience: Experience,
  asOf: number,
  windowDays: number,
): Promise<readonly Pattern[]> {
  const scored = isScored(experience);
  const score = scoreOf(experience);
  if (scored === undefined || score === undefined) return [];
  const names = texts(experience.promises.map(({ name }) => name));
  const window = digits(Math.round(windowDays * DAY));
  const rows = await store.rows<{
    broken: readonly number[];
    score: number;
    n: string;
  }>(sql`select broken, score, count() as n from (
    select said.customer_key as customer_key, any(said.score) as score,
      arraySort(groupUniqArrayIf(place, isNotNull(hurt_at) and hurt_at <= said_at
        and toUnixTimestamp64Milli(assumeNotNull(hurt_at)) > toUnixTimestamp64Milli(said_at) - ${window})) as broken
    from (select customer_key, argMax(score, (at, bitNot(id_key))) as score, max(at) as said_at
      from (select customer_key, at, id_key, assumeNotNull(${score}) as score from events where ${scored} and at <= ${moment(asOf)})
      group by customer_key) as said
    left join (select customer_key, toUInt16(indexOf(${names}, toString(promise)) - 1) as place, settled_at as hurt_at
      from (${settledRows(experience, experience.promises, asOf)}) where broken) as hurt
      on said.customer_key = hurt.customer_key
    group by said.customer_key)
  group by broken, score order by broken, score`);
  return rows.map(({ broken, score, n }) => ({ broken, score, n: Number(n) }));
}
