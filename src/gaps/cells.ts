import type { Experience } from "../language/experience.ts";
import { sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import type { Slice } from "./gap.ts";
import type { Quantiling } from "./quantiles.ts";
import { NO_TALLY, sliceOf, type Tally, type TallyRow, tallyOf, tallyParts, tallySum } from "./tally.ts";
import { ALL, placeIn } from "./verdict-columns.ts";

/** A promise as a whole, by occasion and by month of asking. */
export interface Cells {
  readonly whole: Tally;
  readonly onTarget: number;
  readonly offTarget: number;
  readonly byOccasion: readonly Slice[];
  readonly byMonth: readonly Slice[];
}

/** Nothing was ever asked. */
export const NO_CELLS: Cells = { whole: NO_TALLY, onTarget: 0, offTarget: 0, byOccasion: [], byMonth: [] };

interface CellRow extends TallyRow {
  /** Places from 1 in the lists of promises and of occasions. */
  readonly promise_place: number;
  readonly occasion_place: number;
  readonly month: number;
  readonly on_target: string;
  readonly off_target: string;
  readonly cut: "promise" | "occasion" | "month";
}

/** All verdicts counted in one reading. Promises that were never asked are not in it. */
export async function readCells(
  store: Store,
  { timezone, occasions }: Experience,
  promises: readonly string[],
  quantiling: Quantiling,
  among = ALL,
): Promise<ReadonlyMap<string, Cells>> {
  const named = occasions.map(({ name }) => name);
  const found = await store.rows<CellRow>(sql`select promise_place, occasion_place, month,
  multiIf(grouping(occasion_place) = 0, 'occasion', grouping(month) = 0, 'month', 'promise') as cut,
  sum(n_on) as on_target, sum(n_off) as off_target,
  ${tallySum(quantiling)}
from (
  select ${placeIn("promise", promises)} as promise_place, ${placeIn("occasion", named)} as occasion_place,
  toYYYYMM(asked_at, ${text(timezone)}) as month, verdict,
  countIf(on_target) as n_on, countIf(not on_target) as n_off,
  ${tallyParts(quantiling)}
  from ${among} where promise in ${texts(promises)}
  group by promise_place, occasion_place, month, verdict)
group by grouping sets ((promise_place), (promise_place, occasion_place), (promise_place, month))
order by promise_place, occasion_place = 0, occasion_place, month`);
  const cells = promises.map((promise, i): readonly [string, Cells] | undefined => {
    const own = found.filter((row) => row.promise_place === i + 1);
    const cut = (by: CellRow["cut"], key: (row: CellRow) => string | null): readonly Slice[] =>
      own
        .filter((row) => row.cut === by)
        .map((row) => sliceOf(key(row), tallyOf(row)))
        .filter(({ asked }) => asked > 0);
    const whole = own.find((row) => row.cut === "promise");
    if (whole === undefined) return undefined;
    const cells: Cells = {
      whole: tallyOf(whole),
      onTarget: Number(whole.on_target),
      offTarget: Number(whole.off_target),
      byOccasion: cut("occasion", (row) => named[row.occasion_place - 1] ?? null),
      byMonth: cut("month", (row) => nameOfMonth(row.month)),
    };
    return [promise, cells];
  });
  return new Map(cells.filter((cell) => cell !== undefined));
}

/** 202403 is 2024-03. */
export function nameOfMonth(month: number): string {
  return `${Math.floor(month / 100)}-${String(month % 100).padStart(2, "0")}`;
}
