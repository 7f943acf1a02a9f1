import { VERDICT_WORDS, type VerdictWord } from "../promises/verdict.ts";
import { commas, type Sql, sql, text } from "../sql/sql.ts";
import { countsOf } from "./counts.ts";
import type { Mean, Part, Slice } from "./gap.ts";
import { type Quantiling, quantilingOf } from "./quantiles.ts";
import { tidy } from "./tidy.ts";
import { BROKEN, DELIVERED } from "./verdict-columns.ts";

export type WordCounts = Readonly<Record<VerdictWord, number>>;

/** Verdicts counted, with what was felt: of a promise or of a part of it. */
export interface Counted {
  readonly words: WordCounts;
  readonly feltKept: Mean;
  readonly feltBroken: Mean;
}

/** With what was delivered in the middle. */
export interface Tally extends Counted {
  readonly delivered_p50: number | null;
}

const NONE: WordCounts = { kept: 0, late: 0, missed: 0, open: 0, excused: 0, unpromised: 0, unmeasured: 0 };

/** Nothing was ever asked. */
export const NO_TALLY: Tally = {
  words: NONE,
  feltKept: { mean: null, n: 0 },
  feltBroken: { mean: null, n: 0 },
  delivered_p50: null,
};

export interface CountedRow {
  /** In the order of VERDICT_WORDS. */
  readonly words: readonly string[];
  /** Sums of scores and how many there are, kept and broken. */
  readonly felt: readonly [number, number, number, number];
}

export interface TallyRow extends CountedRow {
  readonly delivered: readonly [string, readonly number[]];
}

const HALF = [0.5];

/** Of what was delivered, so many numbers: within one per cent, where there are too many to hold. */
export const middlesOf = (numbers: number): Quantiling => quantilingOf(numbers, 0.01);

/**
 * Aggregates over rows of `verdicts` that are grouped by `verdict` and whatever they shall be cut by, to be added up by
 * `tallySum`: the fine groups are made in one reading and cut several ways, and few aggregates a row cost less than many.
 */
export const tallyParts = (quantiling: Quantiling): Sql => sql`count() as n, sum(felt) as s_felt, count(felt) as n_felt,
  count(${DELIVERED}) as n_delivered, ${quantiling.state(HALF, DELIVERED)} as q_delivered`;

export const tallySum = (quantiling: Quantiling): Sql =>
  sql`[${commas(VERDICT_WORDS.map((word) => sql`sumIf(n, verdict = ${text(word)})`))}] as words,
  [ifNull(sumIf(s_felt, verdict = 'kept'), 0), sumIf(n_felt, verdict = 'kept'),
   ifNull(sumIf(s_felt, ${BROKEN}), 0), sumIf(n_felt, ${BROKEN})]::Array(Float64) as felt,
  (sum(n_delivered), ${quantiling.merge(HALF, sql`q_delivered`)}) as delivered`;

/** How often each verdict was given, in the order of VERDICT_WORDS. */
export const COUNT_WORDS: Sql = sql`[${commas(VERDICT_WORDS.map((word) => sql`countIf(verdict = ${text(word)})`))}]`;

export function tallyOf({ delivered: [some, [middle]], ...counted }: TallyRow): Tally {
  const delivered_p50 = Number(some) === 0 || middle === undefined ? null : tidy(middle);
  return { ...countedOf(counted), delivered_p50 };
}

export function countedOf({ words, felt }: CountedRow): Counted {
  return { words: wordsOf(words), feltKept: meanOf(felt[0], felt[1]), feltBroken: meanOf(felt[2], felt[3]) };
}

/** Counts in the order of VERDICT_WORDS. */
export const wordsOf = (counts: readonly (string | number)[]): WordCounts => ({
  ...NONE,
  ...Object.fromEntries(VERDICT_WORDS.map((word, i) => [word, Number(counts[i] ?? 0)])),
});

export const meanOf = (sum: number, n: number): Mean => ({ mean: n === 0 ? null : sum / n, n });

/** A part of a promise by the value of something; felt is of all who were judged. */
export function sliceOf(key: string | null, tally: Tally): Slice {
  const { feltKept: kept, feltBroken: broken } = tally;
  const sum = (kept.mean ?? 0) * kept.n + (broken.mean ?? 0) * broken.n;
  return { key, ...countsOf(tally.words), delivered_p50: tally.delivered_p50, felt: meanOf(sum, kept.n + broken.n) };
}

/** As far as it is counted. */
export function partOf(slice: Part & Partial<Slice>): Part {
  const { delivered_p50, felt, ...counted } = slice;
  return counted;
}
