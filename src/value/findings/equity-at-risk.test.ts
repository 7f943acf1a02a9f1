import { beforeAll, expect, test } from "vitest";
import { demoWorld, laundry as experience } from "../../../test/demo-world.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { demoAsOf } from "../../demo/make.ts";
import type { Experience } from "../../language/experience.ts";
import { sql } from "../../sql/sql.ts";
import type { PromiseBreaking } from "../breaking/measure.ts";
import { carry, unpack } from "../equity/carried.ts";
import { type Measured, measureEquity } from "../equity/measure.ts";
import { outlookOn } from "../equity/outlook.ts";
import { isRefusal, refusal } from "../estimate.ts";
import { measureEquityAtRisk } from "./equity-at-risk.ts";
import { type Fall, fallsOf } from "./fall.ts";

const ledger = openedLedger(demoWorld(400));
let measured: Measured;
beforeAll(async () => {
  const found = await measureEquity(ledger.store, experience, demoAsOf);
  if (isRefusal(found)) throw new Error(found.reason);
  measured = found;
});

interface Broke {
  readonly customer: string;
  readonly promise: string;
  readonly at: number;
}

/** Broken verdicts with the moment at which each broke. */
async function broken(): Promise<readonly Broke[]> {
  return ledger.store.rows<Broke>(sql`select toString(customer_key) as customer, toString(promise) as promise,
    toFloat64(toUnixTimestamp64Milli(assumeNotNull(multiIf(verdict = 'late', due_at, isNotNull(answered_at), answered_at, isNotNull(due_at), due_at, asked_at)))) as at
    from verdicts where verdict in ('late', 'missed')`);
}

test("equity at risk is each customer's worth times what the breaks of the window cost, as a plain loop has it", async () => {
  const all = await broken();
  const keys = [...new Set(all.map(({ customer }) => customer))];
  const worths = await outlookOn(ledger.store, experience, measured, keys);
  const since = demoAsOf - experience.value.againWithinDays * 86_400_000;
  const declared = new Map(experience.promises.map(({ name, worth }) => [name, worth ?? 0]));
  let [atRisk, equity] = [0, 0];
  for (const { customer, worth } of worths) {
    const lately = all.filter((one) => one.customer === customer && one.at >= since);
    const cost = lately.reduce((sum, { promise }) => sum + (declared.get(promise) ?? 0), 0);
    equity += worth?.value ?? 0;
    atRisk += Math.min(worth?.value ?? 0, cost);
  }
  const found = await measureEquityAtRisk(ledger.store, experience, demoAsOf, measured, { costs: [], breaking: [] });
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found.customers).toBe(worths.length);
  expect(found.equity.value / equity).toBeCloseTo(1, 9);
  expect(found.at_risk.value / atRisk).toBeCloseTo(1, 9);
  expect(found.by_promise.reduce((sum, one) => sum + one.at_risk, 0) / atRisk).toBeCloseTo(1, 9);
  expect(found.at_risk.low).toBeGreaterThan(0);
  expect(found.at_risk.high).toBeLessThan(found.equity.high);
});

test("who is only likely to be let down counts with that chance", async () => {
  const [first] = await ledger.store.rows<{ key: string }>(
    sql`select toString(customer_key) as key from events where name = 'order.placed' and customer_key not in
      (select customer_key from verdicts where verdict in ('late', 'missed')) order by customer_key limit 1`,
  );
  const promise = experience.promises.find(({ worth }) => worth !== undefined);
  if (first === undefined || promise === undefined) throw new Error("nobody was spared in the demo");
  const chance = { promise: promise.name, customerKey: first.key, subjectKey: "0", askedKey: "0", occasion: "" };
  const breaking: PromiseBreaking = {
    promise: promise.name,
    says: promise.says,
    open: 1,
    judged: refusal("This is a test.", "Nothing."),
    chances: [{ ...chance, askedAt: demoAsOf, dueAt: undefined, chance: 0.5, causes: [] }],
  };
  const of = async (some: readonly PromiseBreaking[]) => {
    const found = await measureEquityAtRisk(ledger.store, experience, demoAsOf, measured, {
      costs: [],
      breaking: some,
    });
    if (isRefusal(found)) throw new Error(found.reason);
    return found;
  };
  const [without, withIt] = [await of([]), await of([breaking])];
  expect(withIt.customers - without.customers).toBe(1);
  const [worth] = await outlookOn(ledger.store, experience, measured, [first.key]);
  const lost = Math.min(worth?.worth?.value ?? 0, 0.5 * (promise.worth ?? 0));
  expect(withIt.at_risk.value - without.at_risk.value).toBeCloseTo(lost, 6);
});

test("a measured fall goes before the declared worth, and only where it is clear of zero", () => {
  const adjusted = (value: number, low: number, high: number) => ({
    kind: "estimate",
    ...{ value, low, high },
    means: { broken: 60, had_it_been_kept: 100 },
  });
  const cost = (received: object, bought: object) =>
    [{ promise: "p", received: { adjusted: received }, bought: { adjusted: bought } }] as unknown as Parameters<
      typeof fallsOf
    >[1];
  const file = { promises: [{ name: "p", says: "Soon", worth: 7 }] } as unknown as Experience;
  const of = (received: object, bought: object): Fall | undefined => fallsOf(file, cost(received, bought))[0];
  const vague = adjusted(-40, -90, 10);
  expect(of(adjusted(-40, -50, -30), vague)).toEqual({
    promise: "p",
    says: "Soon",
    source: "received",
    share: { value: 0.4, low: 0.3, high: 0.5 },
    amount: null,
  });
  expect(of(vague, adjusted(-20, -30, -10))).toMatchObject({ source: "bought", share: { value: 0.2 } });
  expect(of(vague, vague)).toEqual({ promise: "p", says: "Soon", source: "declared", share: null, amount: 7 });
});

test("where nobody knows what a broken promise costs, nothing is made up", async () => {
  const bare = { ...experience, promises: experience.promises.map((one) => ({ ...one, worth: undefined })) };
  const found = await measureEquityAtRisk(ledger.store, bare, demoAsOf, measured, { costs: [], breaking: [] });
  expect(found).toMatchObject({ kind: "refusal", reason: expect.stringContaining("neither measured nor declared") });
});

test("models carried from one thread to another say the same", async () => {
  const [row] = await ledger.store.rows<{ key: string }>(sql`select toString(min(customer_key)) as key from events`);
  const there = unpack(structuredClone(carry(measured)), experience, demoAsOf);
  const keys = [row?.key ?? ""];
  expect(await outlookOn(ledger.store, experience, there, keys)).toEqual(
    await outlookOn(ledger.store, experience, measured, keys),
  );
});
