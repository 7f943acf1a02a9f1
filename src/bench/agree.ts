import type { JudgingQuery } from "../promises/compile.ts";
import { VERDICT_WORDS } from "../promises/verdict.ts";
import { sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import type { Figures } from "./yardstick.ts";

export type CountRow = Readonly<Record<string, readonly string[]>>;

/** Askings and broken promises from the counts of all slices. */
export function figuresOf(
  { promises }: JudgingQuery,
  slices: readonly CountRow[],
): ReadonlyMap<string, Omit<Figures, "subjects">> {
  return new Map(
    promises.map(({ name }, i) => {
      const counts = VERDICT_WORDS.map((_, w) =>
        slices.reduce((sum, row) => sum + Number(row[`counts_${i + 1}`]?.[w] ?? 0), 0),
      );
      const of = (word: (typeof VERDICT_WORDS)[number]): number => counts[VERDICT_WORDS.indexOf(word)] ?? 0;
      return [name, { asked: counts.reduce((a, b) => a + b, 0), broken: of("late") + of("missed") }];
    }),
  );
}

/** The same from the rows in the table `verdicts`, with the subjects that have a broken promise. */
export async function figuresOfRows(store: Store): Promise<ReadonlyMap<string, Figures>> {
  const rows = await store.rows<{ readonly promise: string } & Record<keyof Figures, string>>(
    sql`select promise, count() as asked, countIf(verdict in ('late', 'missed')) as broken,
      uniqExactIf((customer_key, subject_key), verdict in ('late', 'missed')) as subjects from verdicts group by promise`,
  );
  return new Map(
    rows.map(({ promise, asked, broken, subjects }) => [
      promise,
      { asked: Number(asked), broken: Number(broken), subjects: Number(subjects) },
    ]),
  );
}

/** Where our figures are not those of the yardstick, in words. */
export function disagreements(
  yardstick: ReadonlyMap<string, Figures>,
  ours: ReadonlyMap<string, Partial<Figures>>,
): readonly string[] {
  return [...yardstick].flatMap(([promise, figures]) =>
    (["asked", "broken", "subjects"] as const).flatMap((figure) => {
      const own =
        ours.get(promise)?.[figure] ?? (figure === "subjects" && !ours.get(promise)?.subjects ? undefined : 0);
      if (own === undefined || own === figures[figure]) return [];
      return [`${promise}: ${figure} ${own}, by the yardstick ${figures[figure]}`];
    }),
  );
}
