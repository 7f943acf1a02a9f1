import type { CustomerPromise } from "../language/experience.ts";
import { type Sql, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
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

/** Quantiles with those further out, which the picture needs. */
export interface Reach extends Quantiles {
  readonly p0_1: number;
  readonly p1: number;
  readonly p99_9: number;
}

const LEVELS = [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999];
/** Three numbers and their three distances. */
const NUMBERS = 6;
/** Within a tenth of a per cent, where there are too many to hold. */
const ACCURACY = 0.001;

type Measured = readonly [n: string, mean: number | null, at: readonly number[]];

interface SpreadRow {
  readonly promise: string;
  readonly delivered: Measured;
  readonly expected: Measured;
  readonly target: Measured;
  readonly delivered_minus_expected: Measured;
  readonly delivered_minus_target: Measured;
  readonly target_minus_expected: Measured;
}

/** The three numbers and the three distances, each distance taken verdict by verdict; `rows` is how many verdicts there are. */
export async function readSpreads(
  store: Store,
  promises: readonly CustomerPromise[],
  rows: number,
  among = ALL,
): Promise<ReadonlyMap<string, Spread>> {
  const quantiling = quantilingOf(rows * NUMBERS, ACCURACY);
  const reach = (value: Sql): Sql => measured(value, LEVELS, quantiling);
  const middle = (value: Sql): Sql => measured(sql`if(isFinite(${value}), ${value}, null)`, [0.5], quantiling);
  const aims = promises.some((promise) => "target" in promise && promise.target !== undefined);
  const ofTarget = (measured: Sql): Sql => (aims ? measured : NONE);
  const found = await store.rows<SpreadRow>(sql`select promise, ${reach(sql`d`)} as delivered,
  ${reach(sql`e`)} as expected, ${ofTarget(reach(sql`t`))} as target,
  ${middle(sql`d - e`)} as delivered_minus_expected, ${ofTarget(middle(sql`d - t`))} as delivered_minus_target,
  ${ofTarget(middle(sql`t - e`))} as target_minus_expected
from (
  select promise, ${DELIVERED} as d, ${EXPECTED} as e, ${TARGET} as t
  from ${among} where promise in ${texts(promises.map(({ name }) => name))})
group by promise`);
  const units = new Map(promises.map((promise) => [promise.name, unitOf(promise)]));
  return new Map(found.map((row) => [row.promise, spreadOf(row, units.get(row.promise) ?? "amount")]));
}

/** What `measured` says where there is no value. */
const NONE = sql`(0, null, [])`;

const measured = (value: Sql, levels: readonly number[], quantiling: Quantiling): Sql =>
  sql`(count(${value}), avg(${value}), ${quantiling.of(levels, value)})`;

function spreadOf(row: SpreadRow, unit: Quantiles["unit"]): Spread {
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
