import { beforeAll, expect, test } from "vitest";
import { laundry as experience } from "../../../test/demo-world.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { DAY } from "../../demo/clock.ts";
import { demoAsOf, makeDemo } from "../../demo/make.ts";
import { supplyPlan } from "../../demo/supplies.ts";
import { judge } from "../../promises/judge.ts";
import { digits, type Sql, sql } from "../../sql/sql.ts";
import { measureDrivers } from "../drivers/measure.ts";
import { type Estimate, isRefusal, type Refusal } from "../estimate.ts";
import type { OutcomeCost, PromiseCost } from "./cost.ts";
import { measureCosts } from "./measure.ts";

// The demo world knows what each customer would have done had the promise been kept: asked back here.

const SEED = 3;
const WINDOW_DAYS = 90;
const PROMISES = ["washing-within-a-week", "somebody-asks", "tested-before-it-leaves"];

const ledger = openedLedger();
let costs: readonly PromiseCost[];
let drivers: Awaited<ReturnType<typeof measureDrivers>>;

beforeAll(async () => {
  await makeDemo(ledger.store, { customers: 9000, seed: SEED, keepPlan: true });
  await judge(ledger.store, experience, demoAsOf);
  costs = await measureCosts(ledger.store, experience, demoAsOf, { promises: PROMISES, windowDays: WINDOW_DAYS });
  drivers = await measureDrivers(ledger.store, experience, demoAsOf, { windowDays: WINDOW_DAYS });
});

function outcomeOf(promise: string, outcome: "felt" | "bought" | "received"): OutcomeCost {
  const cost = costs.find((one) => one.promise === promise);
  if (cost === undefined) throw new Error(`no cost of ${promise}`);
  return cost[outcome];
}

function known<E extends { readonly kind: string }>(one: E): Exclude<E, Refusal> {
  if (isRefusal(one)) throw new Error(one.reason);
  return one as Exclude<E, Refusal>;
}

const holds = ({ low, high }: Estimate, truth: number): boolean => low <= truth && truth <= high;

const end = sql`toUnixTimestamp(toDateTime('2026-11-01 00:00:00', 'UTC'))`;
const window = digits(WINDOW_DAYS * DAY);
/** Those whom the promise was broken for, and whose window is over. */
const hurt = sql`nth = 1 and let_down and t_cancelled = 0 and t_expected + ${window} < ${end}`;

async function one(query: Sql): Promise<number> {
  const [row] = await ledger.store.rows<{ value: number }>(query);
  return row?.value ?? Number.NaN;
}

test("the naive cost in purchases is wrong, because those in need buy more; the adjusted one holds the truth", async () => {
  const bought = (wait: Sql) => sql`t_buys_from + ${wait} <= t_expected + ${window}`;
  const truth = await one(
    sql`select avg(t_done > 0 and ${bought(sql`first_if_let_down`)}) - avg(${bought(sql`first_if_kept`)}) as value from demo_orders where ${hurt}`,
  );
  const { naive, adjusted } = outcomeOf("washing-within-a-week", "bought");
  expect(holds(known(naive), truth)).toBe(false);
  expect(known(naive).value).toBeGreaterThan(truth + 0.04);
  expect(holds(known(adjusted), truth)).toBe(true);
  expect(known(adjusted)).toMatchObject({ grade: "C", separated: false, sample: null });
  expect(known(adjusted).worst_balance).toBeLessThan(0.25);
  expect(Math.max(...known(adjusted).balance.map(({ after }) => Math.abs(after)))).toBe(known(adjusted).worst_balance);
  expect(known(adjusted).sensitivity.e_value_interval).toBeGreaterThan(1.3);
});

test("the adjusted cost in value received holds the truth", async () => {
  const spent = (gap: Sql) => {
    const orders = sql`select * replace (${gap} as own_gap) from demo_orders where ${hurt} and t_done > 0`;
    return sql`select sum(spent) from (${supplyPlan(SEED, orders)}) as plan
      join (select order_id, t_expected from demo_orders) as o on plan.order_id = o.order_id where t_bought <= t_expected + ${window}`;
  };
  const people = await one(sql`select toFloat64(countIf(t_done > 0)) as value from demo_orders where ${hurt}`);
  const supplies =
    ((await one(sql`select toFloat64((${spent(sql`gap / 0.55`)})) as value`)) -
      (await one(sql`select toFloat64((${spent(sql`gap`)})) as value`))) /
    people;
  // Whether they come back for a second machine is the same toss for everybody, whatever their occasion.
  const second = (letDown: number) => sql`(select sum(again.amount) / uniqExact(first.number) from
      (select number, t_expected from demo_orders where nth = 1 and t_done > 0 and let_down = ${digits(letDown)} and t_expected + ${window} < ${end}) as first
      left join (select number, t_placed, amount from demo_orders where nth = 2) as again
      on first.number = again.number and again.t_placed > first.t_expected and again.t_placed <= first.t_expected + ${window})`;
  const machines = await one(sql`select toFloat64(${second(1)} - ${second(0)}) as value`);
  const { naive, adjusted } = outcomeOf("washing-within-a-week", "received");
  expect(supplies + machines).toBeLessThan(-25);
  expect(holds(known(naive), supplies + machines)).toBe(false);
  expect(holds(known(adjusted), supplies + machines)).toBe(true);
});

test("scores given while they still waited are counted apart", () => {
  const { apart, n } = outcomeOf("washing-within-a-week", "felt");
  expect(apart.waiting).toBeGreaterThan(0.1 * n.broken);
  expect(apart.waiting).toBeLessThan(0.4 * n.broken);
});

test("what changes nothing is not found to cost anything", () => {
  for (const promise of ["somebody-asks", "tested-before-it-leaves"])
    expect(holds(known(outcomeOf(promise, "bought").adjusted), 0), promise).toBe(true);
});

test("where all who were let down spoke before, there is a reason and no figure", () => {
  const { naive, adjusted, apart } = outcomeOf("somebody-asks", "felt");
  expect(apart.before.broken).toBeGreaterThan(500);
  expect([naive.kind, adjusted.kind]).toEqual(["refusal", "refusal"]);
});

test("the promise that was planted to hurt most is the strongest driver of the stars", () => {
  if (isRefusal(drivers)) throw new Error(drivers.reason);
  expect(drivers.promises[0]?.promise).toBe("washing-within-a-week");
  expect(drivers.promises[0]?.points.high).toBeLessThan(-0.6);
  const call = drivers.promises.find(({ promise }) => promise === "price-as-quoted");
  expect(call?.share.value ?? 0).toBeLessThan(0.01);
});
