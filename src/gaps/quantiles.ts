import { commas, number, type Sql, sql } from "../sql/sql.ts";

/** How quantiles are found: at once, or in states that are merged later. */
export interface Quantiling {
  readonly of: (levels: readonly number[], value: Sql) => Sql;
  readonly state: (levels: readonly number[], value: Sql) => Sql;
  readonly merge: (levels: readonly number[], state: Sql) => Sql;
}

/** Numbers held in memory at once: at most about 0.5 GB. */
const MOST_HELD = 40_000_000;

/**
 * Array(Float64) of the values at these levels, each a value that occurs: exact as long as the numbers can be held in
 * memory; beyond, DDSketch, which is within `accuracy` of the exact value (a share of it) however many there are.
 * Where there is no value the array holds nothing of meaning: ask for the count beside it.
 */
export function quantilingOf(numbers: number, accuracy: number): Quantiling {
  return numbers <= MOST_HELD ? EXACT : near(accuracy);
}

const listOf = (levels: readonly number[]): Sql => commas(levels.map(number));

const EXACT: Quantiling = {
  of: (levels, value) => sql`quantilesExact(${listOf(levels)})(${value})`,
  state: (levels, value) => sql`quantilesExactState(${listOf(levels)})(${value})`,
  merge: (levels, state) => sql`quantilesExactMerge(${listOf(levels)})(${state})`,
};

const near = (accuracy: number): Quantiling => ({
  of: (levels, value) => sql`quantilesDD(${number(accuracy)}, ${listOf(levels)})(${value})`,
  state: (levels, value) => sql`quantilesDDState(${number(accuracy)}, ${listOf(levels)})(${value})`,
  merge: (levels, state) => sql`quantilesDDMerge(${number(accuracy)}, ${listOf(levels)})(${state})`,
});
