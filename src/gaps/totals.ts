import type { CustomerPromise, Experience } from "../language/experience.ts";
import { sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { byPromise } from "./by-promise.ts";
import { nameOfMonth } from "./cells.ts";
import { countsOf } from "./counts.ts";
import type { Part } from "./gap.ts";
import {
  measuredRows,
  NO_SPREAD,
  type Spread,
  type SpreadRow,
  spreadOf,
  spreadParts,
  spreadQuantiling,
  spreadSum,
} from "./spread.ts";
import { COUNT_FELT, COUNT_WORDS, type Counted, type CountedRow, countedOf, NO_TALLY, wordsOf } from "./tally.ts";
import { ALL } from "./verdict-columns.ts";

/** A promise as a whole, and the counts of its months of asking. */
export interface Totals {
  readonly whole: Counted;
  readonly onTarget: number;
  readonly offTarget: number;
  readonly byMonth: readonly Part[];
  readonly spread: Spread;
}

/** Nothing was ever asked. */
export const NO_TOTALS: Totals = { whole: NO_TALLY, onTarget: 0, offTarget: 0, byMonth: [], spread: NO_SPREAD };

interface TotalRow extends CountedRow, SpreadRow {
  readonly targets: readonly [on: string, off: string];
  readonly months: readonly (readonly [month: number, words: readonly string[]])[];
}

/** In one reading; `rows` is how many verdicts there are. Promises that were never asked are not in it. */
export async function readTotals(
  store: Store,
  { timezone }: Experience,
  promises: readonly CustomerPromise[],
  rows: number,
  among = ALL,
): Promise<ReadonlyMap<string, Totals>> {
  const quantiling = spreadQuantiling(rows);
  const found = await store.rows<TotalRow>(sql`select promise, groupArray((month, n_words)) as months,
  sumForEach(n_words) as words, sumForEach(n_felt) as felt, sumForEach(n_targets) as targets,
  ${spreadSum(promises, quantiling)}
from (
  select promise, toYYYYMM(asked_at, ${text(timezone)}) as month, ${COUNT_WORDS} as n_words, ${COUNT_FELT} as n_felt,
    [countIf(on_target), countIf(not on_target)] as n_targets,
    ${spreadParts(promises, quantiling)}
  from ${measuredRows(promises, among)}
  group by promise, month)
group by promise`);
  return byPromise(promises, found, totalsOf);
}

function totalsOf(row: TotalRow, promise: CustomerPromise): Totals {
  const [on, off] = row.targets;
  const months = row.months.toSorted(([a], [b]) => a - b);
  return {
    whole: countedOf(row),
    onTarget: Number(on),
    offTarget: Number(off),
    byMonth: months
      .map(([month, words]) => ({ key: nameOfMonth(month), ...countsOf(wordsOf(words)) }))
      .filter(({ asked }) => asked > 0),
    spread: spreadOf(row, promise),
  };
}
