import type { Experience } from "../language/experience.ts";
import { sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import type { Slice } from "./gap.ts";
import { quantilingOf } from "./quantiles.ts";
import { sliceOf, type Tally, type TallyRow, tallyOf, tallyParts, tallySum } from "./tally.ts";

/** A promise as a whole, by occasion and by month of asking. */
export interface Cells {
  readonly whole: Tally;
  readonly byOccasion: readonly Slice[];
  readonly byMonth: readonly Slice[];
}

interface CellRow extends TallyRow {
  readonly promise: string;
  readonly cut: "promise" | "occasion" | "month";
  readonly occasion: string;
  readonly month: number;
}

/** Within one per cent, where there are too many to hold. */
const ACCURACY = 0.01;

/** All verdicts counted in one reading; `rows` is how many there are. Promises that were never asked are not in it. */
export async function readCells(
  store: Store,
  { timezone, occasions }: Experience,
  promises: readonly string[],
  rows: number,
): Promise<ReadonlyMap<string, Cells>> {
  const quantiling = quantilingOf(rows, ACCURACY);
  const found = await store.rows<CellRow>(sql`select promise, occasion, month,
  multiIf(grouping(occasion) = 0, 'occasion', grouping(month) = 0, 'month', 'promise') as cut,
  ${tallySum(quantiling)}
from (
  select promise, occasion, toYYYYMM(asked_at, ${text(timezone)}) as month,
  ${tallyParts(quantiling)}
  from verdicts where promise in ${texts(promises)}
  group by promise, occasion, month)
group by grouping sets ((promise), (promise, occasion), (promise, month))
order by promise, month`);
  const order = ["", ...occasions.map(({ name }) => name)];
  const wholes = found.filter(({ cut }) => cut === "promise");
  return new Map(
    wholes.map((whole) => {
      const own = found.filter(({ promise }) => promise === whole.promise);
      const byOccasion = own
        .filter(({ cut }) => cut === "occasion")
        .sort((a, b) => order.indexOf(a.occasion) - order.indexOf(b.occasion));
      const [none, ...named] = byOccasion[0]?.occasion === "" ? byOccasion : [undefined, ...byOccasion];
      const occasionSlices = [...named, none].flatMap((row) =>
        row === undefined ? [] : sliceOf(row.occasion === "" ? null : row.occasion, tallyOf(row)),
      );
      const months = own
        .filter(({ cut }) => cut === "month")
        .map((row) => sliceOf(nameOfMonth(row.month), tallyOf(row)));
      return [
        whole.promise,
        { whole: tallyOf(whole), byOccasion: occasionSlices.filter(isAsked), byMonth: months.filter(isAsked) },
      ];
    }),
  );
}

/** 202403 is 2024-03. */
function nameOfMonth(month: number): string {
  return `${Math.floor(month / 100)}-${String(month % 100).padStart(2, "0")}`;
}

const isAsked = ({ asked }: Slice): boolean => asked > 0;
