import { OUTCOMES, type PromiseCost } from "../../value/cost/cost.ts";
import type { Deficit, Shortfall } from "../../value/deficit/deficit.ts";
import type { Equity } from "../../value/equity/equity.ts";
import { isRefusal } from "../../value/estimate.ts";

type Row = readonly (string | number | null)[];

/** What of the costs stands in a table: a line for each promise and outcome. */
export const COST_COLUMNS = [
  "promise",
  "says",
  "outcome",
  "unit",
  "broken",
  "kept",
  "mean_broken",
  "mean_kept",
  "as_it_is",
  "as_it_is_low",
  "as_it_is_high",
  "adjusted",
  "adjusted_low",
  "adjusted_high",
  "grade",
  "n",
  "smallest_seen",
  "why_not",
];

export const costCells = (cost: PromiseCost): readonly Row[] =>
  OUTCOMES.map((name): Row => {
    const { naive, adjusted, unit, n, means, smallest_seen } = cost[name];
    const ends = (one: typeof naive): Row => (isRefusal(one) ? [null, null, null] : [one.value, one.low, one.high]);
    const best = isRefusal(adjusted) ? naive : adjusted;
    const known = isRefusal(best) ? [null, null] : [best.grade, best.n];
    const whyNot = isRefusal(adjusted) ? adjusted.reason : null;
    return [
      ...[cost.promise, cost.says, name, unit, n.broken, n.kept, means.broken, means.kept],
      ...ends(naive),
      ...ends(adjusted),
      ...known,
      smallest_seen,
      whyNot,
    ];
  });

/** What of equity stands in a table: a line for each occasion and each cohort. */
export const SLICE_COLUMNS = [
  "by",
  "name",
  "customers",
  "received",
  "again",
  "again_low",
  "again_high",
  "purchases_ahead",
  "purchases_low",
  "purchases_high",
  "equity",
  "equity_low",
  "equity_high",
];

export const slicesOf = ({ by_occasion, by_cohort }: Equity): readonly Row[] =>
  (
    [
      ["occasion", by_occasion],
      ["cohort", by_cohort],
    ] as const
  ).flatMap(([by, slices]) =>
    slices.map(
      ({ name, customers, received, again, purchases_ahead, equity }): Row => [
        ...[by, name, customers, received, again.value, again.low, again.high],
        ...[purchases_ahead.value, purchases_ahead.low, purchases_ahead.high],
        ...[equity?.value ?? null, equity?.low ?? null, equity?.high ?? null],
      ],
    ),
  );

export const DEFICIT_COLUMNS = ["customer", "reason", "deficit", "to_save", "weight", "broken", "likely"];

export function deficitCells({ customer, deficit, to_save, weight, shortfalls }: Deficit, reason: string): Row {
  const broken = shortfalls.filter(({ state }) => state === "broken").length;
  return [customer, reason, deficit, to_save, weight, broken, shortfalls.length - broken];
}

export const RISK_COLUMNS = [
  "customer",
  "promise",
  "says",
  "subject",
  "occasion",
  "stakes",
  "chance",
  "cost",
  "part",
  "asked_at",
  "due_at",
  "hours_left",
  "causes",
];

export const riskCells = (customer: string, one: Shortfall): Row => [
  ...[customer, one.promise, one.says, one.subject, one.occasion, one.stakes, one.chance, one.cost, one.part],
  ...[one.asked_at, one.due_at, one.hours_left, one.causes.join("; ")],
];
