import type { Experience } from "../language/experience.ts";
import { number, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import type { PromiseGap } from "./gap.ts";
import { ALL, BROKEN, JUDGED } from "./verdict-columns.ts";

type Scores = NonNullable<PromiseGap["felt"]["scores"]>;

/** Scales with more steps than these are shown by their means alone. */
const MOST_STEPS = 20;

/** The scale on which verdicts hold what was felt: that of the first event that says so. */
export function feltScale({ events }: Experience): readonly [number, number] | null {
  const felt = events.find((event) => event.felt !== undefined)?.felt;
  return felt === undefined ? null : [felt.from, felt.to];
}

/** How often each score of the scale was given, by promise; empty where the scale is not one of a few whole numbers. */
export async function readScores(
  store: Store,
  scale: readonly [number, number] | null,
  promises: readonly string[],
  among = ALL,
): Promise<ReadonlyMap<string, Scores>> {
  if (scale === null || !scale.every(Number.isInteger)) return new Map();
  const [from, to] = [Math.min(...scale), Math.max(...scale)];
  if (to - from > MOST_STEPS) return new Map();
  const rows = await store.rows<{ promise: string; felt: number; kept: string; broken: string }>(
    sql`select promise, felt, countIf(verdict = 'kept') as kept, countIf(${BROKEN}) as broken
from ${among}
where promise in ${texts(promises)} and ${JUDGED} and felt between ${number(from)} and ${number(to)} and felt = round(felt)
group by promise, felt`,
  );
  return new Map(
    promises.map((promise) => {
      const own = new Map(rows.filter((row) => row.promise === promise).map((row) => [row.felt, row]));
      const scores = Array.from({ length: to - from + 1 }, (_, i) => {
        const row = own.get(from + i);
        return { score: from + i, kept: Number(row?.kept ?? 0), broken: Number(row?.broken ?? 0) };
      });
      return [promise, scores];
    }),
  );
}
