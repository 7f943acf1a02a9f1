import type { CustomerPromise, Experience } from "../language/experience.ts";
import { isBroken, VERDICT_WORDS, type VerdictWord } from "../promises/verdict.ts";
import { oneNumber } from "../sql/one-number.ts";
import { name, sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { byPromise } from "./by-promise.ts";
import { nameOfMonth } from "./cells.ts";
import { countsOf } from "./counts.ts";
import type { Mean, Part } from "./gap.ts";
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
import { type Counted, meanOf, NO_TALLY, type WordCounts, wordsOf } from "./tally.ts";
import { ALL, placeIn } from "./verdict-columns.ts";

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

interface TotalRow extends SpreadRow {
  readonly cells: readonly CellRow[];
}

/** `word` is a place in VERDICT_WORDS, from 1, as the column has it; `target` 2 where there is none. */
type CellRow = readonly [month: number, word: number, target: number, n: string, felt: number, feltN: string];

/** Verdicts that are counted together. */
interface Cell {
  /** 202403 is March 2024. */
  readonly month: number;
  readonly word: VerdictWord | undefined;
  readonly onTarget: boolean | undefined;
  readonly n: number;
  /** Sum of scores, and how many there are. */
  readonly felt: number;
  readonly feltN: number;
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
  const names = promises.map(({ name }) => name);
  const cell = oneNumber(name("cell"), {
    place: [placeIn("promise", names), 16],
    month: [sql`toYYYYMM(asked_at, ${text(timezone)})`, 24],
    word: [sql`verdict`, 4],
    target: [sql`ifNull(toUInt8(on_target), 2)`, 2],
  });
  const { place, month, word, target } = cell.of;
  const found = await store.rows<TotalRow>(sql`select ${texts(names)}[${place}] as promise,
  groupArray((${month}, ${word}, ${target}, n, ifNull(s_felt, 0), n_felt)) as cells,
  ${spreadSum(promises, quantiling)}
from (
  select ${cell.made}, count() as n, sum(felt) as s_felt, count(felt) as n_felt,
    ${spreadParts(promises, quantiling)}
  from ${measuredRows(promises, among)}
  group by ${cell.column})
group by promise`);
  return byPromise(promises, found, totalsOf);
}

function totalsOf(row: TotalRow, promise: CustomerPromise): Totals {
  const cells = row.cells.map(cellOf);
  const months = [...new Set(cells.map(({ month }) => month))].sort((a, b) => a - b);
  return {
    whole: {
      words: wordsIn(cells),
      feltKept: feltIn(cells.filter(({ word }) => word === "kept")),
      feltBroken: feltIn(cells.filter(({ word }) => word !== undefined && isBroken(word))),
    },
    onTarget: countIn(cells.filter(({ onTarget }) => onTarget === true)),
    offTarget: countIn(cells.filter(({ onTarget }) => onTarget === false)),
    byMonth: months
      .map((month) => ({ key: nameOfMonth(month), ...countsOf(wordsIn(cells.filter((cell) => cell.month === month))) }))
      .filter(({ asked }) => asked > 0),
    spread: spreadOf(row, promise),
  };
}

function cellOf([month, word, target, n, felt, feltN]: CellRow): Cell {
  const onTarget = target === 2 ? undefined : target === 1;
  return { month, word: VERDICT_WORDS[word - 1], onTarget, n: Number(n), felt, feltN: Number(feltN) };
}

const countIn = (cells: readonly Cell[]): number => cells.reduce((sum, { n }) => sum + n, 0);

const wordsIn = (cells: readonly Cell[]): WordCounts =>
  wordsOf(VERDICT_WORDS.map((word) => countIn(cells.filter((cell) => cell.word === word))));

const feltIn = (cells: readonly Cell[]): Mean =>
  meanOf(
    cells.reduce((sum, { felt }) => sum + felt, 0),
    cells.reduce((sum, { feltN }) => sum + feltN, 0),
  );
