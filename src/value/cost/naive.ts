import { join, name, nothing, type Sql, sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { Across, Side } from "../numbers/difference.ts";
import { caseRows, type Question } from "./cases.ts";
import { OUTCOMES, type Outcome } from "./cost.ts";

/** The two sides of an outcome, summed by customer over all verdicts. */
export interface Sides {
  readonly broken: Side;
  readonly kept: Side;
  readonly across: Across;
  /** Smallest and largest outcome. */
  readonly range: readonly [number, number];
}

/** How many verdicts there are, and how many tell nothing of their outcome because of when it came. */
export interface Counted {
  readonly broken: number;
  readonly kept: number;
  /** Not due yet, or the verdict does not tell when it was settled. */
  readonly unplaced: number;
  /** A score was given, but before the promise was settled. */
  readonly feltBefore: { readonly broken: number; readonly kept: number };
  /** Broken, and the score was given while they still waited, or they were never answered. */
  readonly feltWaiting: number;
  /** Of those whose window is over: they bought before it began. */
  readonly boughtBefore: { readonly broken: number; readonly kept: number };
  /** The window after it is not over. */
  readonly tooRecent: { readonly broken: number; readonly kept: number };
}

export interface NaiveSums {
  readonly counted: Counted;
  readonly sides: Readonly<Record<Outcome, Sides>>;
}

const SIDES = [1, 0] as const;

/** For one customer: of each outcome how many and how much, broken and kept. */
const perCustomer = (outcome: Outcome): Sql[] =>
  SIDES.flatMap((side) => {
    const here = side === 1 ? sql`broken` : sql`not broken`;
    return [
      sql`countIf(${here} and isNotNull(${name(outcome)})) as ${name(`n${side}_${outcome}`)}`,
      sql`sumIf(ifNull(${name(outcome)}, 0), ${here}) as ${name(`s${side}_${outcome}`)}`,
    ];
  });

/** Over customers: sums of those, of their squares and of their products. */
function overCustomers(outcome: Outcome): Sql {
  const n = (side: 0 | 1) => name(`n${side}_${outcome}`);
  const s = (side: 0 | 1) => name(`s${side}_${outcome}`);
  const total = (what: Sql): Sql => sql`toFloat64(sum(${what}))`;
  const own = SIDES.map(
    (side) => sql`toFloat64(countIf(${n(side)} > 0)), ${total(sql`${n(side)}`)}, ${total(sql`${s(side)}`)},
      ${total(sql`${s(side)} * ${s(side)}`)}, ${total(sql`${s(side)} * ${n(side)}`)}, ${total(sql`${n(side)} * ${n(side)}`)}`,
  );
  return sql`[${join(own, sql`, `)}, ${total(sql`${s(1)} * ${s(0)}`)}, ${total(sql`${s(1)} * ${n(0)}`)}, ${total(sql`${n(1)} * ${s(0)}`)},
    ${total(sql`${n(1)} * ${n(0)}`)}, toFloat64(ifNull(min(${name(`low_${outcome}`)}), 0)), toFloat64(ifNull(max(${name(`high_${outcome}`)}), 0))] as ${name(outcome)}`;
}

type Row = Readonly<Record<Outcome, readonly number[]>> & { readonly counted: readonly number[] };

/** All verdicts of a promise, summed in the engine: the fit of a difference costs the same whatever their number. */
export async function readNaiveSums(store: Store, question: Question): Promise<NaiveSums> {
  const counts = [
    sql`broken`,
    sql`not broken`,
    sql`not placed`,
    sql`felt_waiting`,
    sql`felt_before and broken`,
    sql`felt_before and not broken`,
    sql`bought_before and broken`,
    sql`bought_before and not broken`,
    sql`placed and isNull(bought) and broken`,
    sql`placed and isNull(bought) and not broken`,
  ].map((which, i) => sql`countIf(${which}) as ${name(`c${i}`)}, `);
  const ends = OUTCOMES.map(
    (outcome) =>
      sql`, min(${name(outcome)}) as ${name(`low_${outcome}`)}, max(${name(outcome)}) as ${name(`high_${outcome}`)}`,
  );
  const [row] = await store.rows<Row>(sql`select [${join(
    counts.map((_, i) => sql`toFloat64(sum(${name(`c${i}`)}))`),
    sql`, `,
  )}] as counted, ${join(OUTCOMES.map(overCustomers), sql`, `)}
from (
  select customer_key, ${join(counts, nothing)}${join(OUTCOMES.flatMap(perCustomer), sql`, `)}${join(ends, nothing)}
  from (${caseRows(question)}) group by customer_key)`);
  const [broken = 0, kept = 0, unplaced = 0, feltWaiting = 0, ...pairs] = row?.counted ?? [];
  const pair = (i: number) => ({ broken: pairs[2 * i] ?? 0, kept: pairs[2 * i + 1] ?? 0 });
  return {
    counted: { broken, kept, unplaced, feltWaiting, feltBefore: pair(0), boughtBefore: pair(1), tooRecent: pair(2) },
    sides: { felt: sidesOf(row?.felt), bought: sidesOf(row?.bought), received: sidesOf(row?.received) },
  };
}

function sidesOf(sums: readonly number[] = []): Sides {
  const at = (i: number): number => sums[i] ?? 0;
  const side = (from: number): Side => ({
    customers: at(from),
    n: at(from + 1),
    sum: at(from + 2),
    sumSum: at(from + 3),
    sumN: at(from + 4),
    nN: at(from + 5),
  });
  return {
    broken: side(0),
    kept: side(6),
    across: { sumSum: at(12), sumN: at(13), nSum: at(14), nN: at(15) },
    range: [at(16), at(17)],
  };
}
