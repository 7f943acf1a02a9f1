import { readLegs } from "../journeys/legs.ts";
import { sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { countsOf } from "./counts.ts";
import type { PromiseGap } from "./gap.ts";
import type { Looked, Questions } from "./questions.ts";
import { COUNT_WORDS, NO_TALLY, type WordCounts, wordsOf } from "./tally.ts";

/** How a promise is kept, and where late ones lose time: what is told of it beside the path of its journey. */
export type KeptOnPath = Pick<
  PromiseGap,
  "promise" | "says" | "team" | "goal" | "asked" | "kept_rate" | "late" | "legs"
>;

/** Of each promise that is looked at, for a fraction of what it costs to measure it whole. */
export async function measureOnPath(
  { store, experience, promises, asOf, source }: Looked,
  { rows, ask }: Questions,
): Promise<readonly KeptOnPath[]> {
  const names = promises.map(({ name }) => name);
  const [words, legs] = await Promise.all([
    ask(() => countWords(store, names, source)),
    ask(() => readLegs(store, experience, asOf, { ...source, most: rows })),
  ]);
  return promises.map(({ name, says, team, goal }) => {
    const { asked, kept_rate, late } = countsOf(words.get(name) ?? NO_TALLY.words);
    return {
      promise: name,
      says,
      team: team ?? null,
      goal: goal ?? null,
      asked,
      kept_rate,
      late,
      legs: legs.get(name) ?? null,
    };
  });
}

async function countWords(
  store: Store,
  promises: readonly string[],
  { rows }: Looked["source"],
): Promise<ReadonlyMap<string, WordCounts>> {
  const found = await store.rows<{ readonly promise: string; readonly words: readonly string[] }>(
    sql`select promise, ${COUNT_WORDS} as words from ${rows} where promise in ${texts(promises)} group by promise`,
  );
  return new Map(found.map(({ promise, words }) => [promise, wordsOf(words)]));
}
