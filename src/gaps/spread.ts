import type { CustomerPromise } from "../language/experience.ts";
import { commas, digits, type Name, name, type Sql, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { byPromise } from "./by-promise.ts";
import type { PromiseGap, Quantiles } from "./gap.ts";
import { type Quantiling, quantilingOf } from "./quantiles.ts";
import { tidy, tidyMean } from "./tidy.ts";
import { ALL, DELIVERED, EXPECTED, TARGET } from "./verdict-columns.ts";

/** How far apart expected, target and delivered of a promise lie, and how far each reaches. */
export interface Spread {
  readonly delivered: Reach | null;
  readonly expected: Reach | null;
  readonly target: Reach | null;
  readonly distance: PromiseGap["distance"];
}

/** Nothing was ever asked. */
export const NO_SPREAD: Spread = {
  delivered: null,
  expected: null,
  target: null,
  distance: { delivered_minus_expected: null, delivered_minus_target: null, target_minus_expected: null },
};

/** Quantiles with those further out, which the picture needs. */
export interface Reach extends Quantiles {
  readonly p0_1: number;
  readonly p1: number;
  readonly p99_9: number;
}

const LEVELS = [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999];
const HALF = [0.5];
/** Within a tenth of a per cent, where there are too many to hold. */
const ACCURACY = 0.001;

type Measured = readonly [n: string, mean: number | null, at: readonly number[]];

export interface SpreadRow {
  readonly promise: string;
  readonly delivered: Measured;
  readonly expected: Measured;
  readonly target: Measured;
  readonly delivered_minus_expected: Measured;
  readonly delivered_minus_target: Measured;
  readonly target_minus_expected: Measured;
}

interface Measure {
  readonly as: Exclude<keyof SpreadRow, "promise">;
  readonly value: Sql;
  readonly levels: readonly number[];
  /** Only promises with a target have it. */
  readonly aimed: boolean;
}

const finite = (value: Sql): Sql => sql`if(isFinite(${value}), ${value}, null)`;

/** The three numbers and their three distances. */
const MEASURES: readonly Measure[] = [
  { as: "delivered", value: sql`d`, levels: LEVELS, aimed: false },
  { as: "expected", value: sql`e`, levels: LEVELS, aimed: false },
  { as: "target", value: sql`t`, levels: LEVELS, aimed: true },
  { as: "delivered_minus_expected", value: finite(sql`d - e`), levels: HALF, aimed: false },
  { as: "delivered_minus_target", value: finite(sql`d - t`), levels: HALF, aimed: true },
  { as: "target_minus_expected", value: finite(sql`t - e`), levels: HALF, aimed: true },
];

/** For so many verdicts. */
export const spreadQuantiling = (rows: number): Quantiling => quantilingOf(rows * MEASURES.length, ACCURACY);

/** The columns of a SpreadRow but for its promise, each made so; where nothing is aimed at, nothing is made for it. */
function columnsOf(
  promises: readonly CustomerPromise[],
  make: (measure: Measure) => Sql,
  named: (as: Measure["as"]) => Name = name,
): Sql {
  const aims = promises.some((promise) => "target" in promise && promise.target !== undefined);
  return commas(
    MEASURES.map((measure) => {
      const made = measure.aimed && !aims ? sql`(0, null, [])` : make(measure);
      return sql`${made} as ${named(measure.as)}`;
    }),
  );
}

/** Rows of verdicts with delivered, expected and target as `d`, `e` and `t`. */
export const measuredRows = (promises: readonly CustomerPromise[], among: Sql): Sql => sql`(
  select *, ${DELIVERED} as d, ${EXPECTED} as e, ${TARGET} as t
  from ${among} where promise in ${texts(promises.map(({ name }) => name))})`;

/** The three numbers and the three distances, each distance taken verdict by verdict; `rows` is how many verdicts there are. */
export async function readSpreads(
  store: Store,
  promises: readonly CustomerPromise[],
  rows: number,
  among = ALL,
): Promise<ReadonlyMap<string, Spread>> {
  const quantiling = spreadQuantiling(rows);
  const columns = columnsOf(
    promises,
    ({ value, levels }) => sql`(count(${value}), avg(${value}), ${quantiling.of(levels, value)})`,
  );
  const found = await store.rows<SpreadRow>(
    sql`select promise, ${columns} from ${measuredRows(promises, among)} group by promise`,
  );
  return byPromise(promises, found, spreadOf);
}

const partOf = (as: Measure["as"]): Name => name(`part_${as}`);

/** The same in parts over rows of `measuredRows`, to be put together by `spreadSum`. */
export const spreadParts = (promises: readonly CustomerPromise[], quantiling: Quantiling): Sql =>
  columnsOf(
    promises,
    ({ value, levels }) => sql`(count(${value}), sum(${value}), ${quantiling.state(levels, value)})`,
    partOf,
  );

export const spreadSum = (promises: readonly CustomerPromise[], quantiling: Quantiling): Sql =>
  columnsOf(promises, ({ as, levels }) => {
    const part = (i: number) => sql`${partOf(as)}.${digits(i)}`;
    return sql`(sum(${part(1)}), sum(${part(2)}) / sum(${part(1)}), ${quantiling.merge(levels, part(3))})`;
  });

export function spreadOf(row: SpreadRow, promise: CustomerPromise): Spread {
  const unit = unitOf(promise);
  const middle = ([n, , at]: Measured): number | null => (Number(n) === 0 ? null : tidy(at[0] ?? 0));
  return {
    delivered: reachOf(row.delivered, unit),
    expected: reachOf(row.expected, unit),
    target: reachOf(row.target, unit),
    distance: {
      delivered_minus_expected: middle(row.delivered_minus_expected),
      delivered_minus_target: middle(row.delivered_minus_target),
      target_minus_expected: middle(row.target_minus_expected),
    },
  };
}

function reachOf([n, mean, at]: Measured, unit: Quantiles["unit"]): Reach | null {
  if (Number(n) === 0) return null;
  const [p0_1 = 0, p1 = 0, p10 = 0, p50 = 0, p90 = 0, p99 = 0, p99_9 = 0] = at.map(tidy);
  // The sum of very large numbers may have no value; then the middle one stands for them.
  const usual = typeof mean === "number" && Number.isFinite(mean) ? mean : p50;
  return { unit, n: Number(n), mean: tidyMean(usual), p0_1, p1, p10, p50, p90, p99, p99_9 };
}

/** Without what only the picture needs. */
export function quantilesOf(reach: Reach | null): Quantiles | null {
  if (reach === null) return null;
  const { unit, n, mean, p10, p50, p90, p99 } = reach;
  return { unit, n, mean, p10, p50, p90, p99 };
}

export function unitOf({ kind }: CustomerPromise): Quantiles["unit"] {
  switch (kind) {
    case "then":
      return "seconds";
    case "count":
    case "never":
      return "times";
    case "measure":
      return "amount";
    case "first":
      return "done";
  }
}
