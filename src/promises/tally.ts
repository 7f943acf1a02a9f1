import { commas, digits, name, type Sql, sql } from "../sql/sql.ts";
import type { Judgement } from "./judgement.ts";
import { VERDICT_WORDS } from "./verdict.ts";

/** One row of `counts_1`, `counts_2` and so on: for each promise how often each word of VERDICT_WORDS was the verdict. */
export function tally(judgements: readonly Judgement[], customers: (wanted: readonly Sql[]) => Sql): Sql {
  const words = VERDICT_WORDS.length;
  const codes = judgements.map(
    ({ verdict }, i) => sql`arrayMap(v -> toUInt16(v + ${digits(i * words - 1)}), ${verdict})`,
  );
  const code = sql`arrayJoin(arrayConcat(${commas(codes)})) as code`;
  const counts = judgements.map(
    (_, i) => sql`arraySlice(counts, ${digits(i * words + 1)}, ${digits(words)}) as ${name(`counts_${i + 1}`)}`,
  );
  return sql`with groupArrayInsertAt(0, ${digits(judgements.length * words)})(n, code) as counts
select ${commas(counts)}
from (
select code, count() as n
from (
select ${code}
from (
${customers([code])}))
group by code)`;
}
