import { digits, type Sql, sql } from "../sql/sql.ts";
import type { SubjectFacts } from "./subject.ts";
import { VERDICT_WORDS, type VerdictWord } from "./verdict.ts";

/** What is found of one promise to a customer: arrays beside the askings, undefined where there is nothing for any of them. */
export interface Judgement {
  /** Of elements in the threads of their subjects. */
  readonly askings: Sql;
  readonly subject: SubjectFacts;
  /** UInt8: the place of the word in VERDICT_WORDS, from 1. */
  readonly verdict: Sql;
  /** Int8: 1 yes, 0 no, -1 empty. */
  readonly onTarget: Sql | undefined;
  /** Int64 of milliseconds or NO_MOMENT. */
  readonly due: Sql;
  /** Elements or NO_ELEMENT. */
  readonly answer: Sql | undefined;
  readonly axis: Axis;
}

/**
 * The three numbers: on the axis of time they follow from the moments (`target` as `due`), else they are arrays of
 * Float64 or NaN, or one number for all askings.
 */
export type Axis =
  | { readonly kind: "time"; readonly target: Sql | undefined }
  | {
      readonly kind: "number";
      readonly delivered: Sql;
      readonly expected: Sql | number;
      readonly target: Sql | number | undefined;
    };

const codeOf = (word: VerdictWord): number => VERDICT_WORDS.indexOf(word) + 1;
/** A verdict as the engine writes it. */
export const word = (word: VerdictWord): Sql => sql`toUInt8(${digits(codeOf(word))})`;

export const YES: Sql = sql`toInt8(1)`;
export const NO: Sql = sql`toInt8(0)`;
export const EMPTY: Sql = sql`toInt8(-1)`;
