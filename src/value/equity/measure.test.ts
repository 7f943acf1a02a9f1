import { describe, expect, test } from "vitest";
import { SHOP, shop } from "../../../test/buyers-shop.ts";
import { fill, type Happened } from "../../../test/happened.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { CDNOW, cdnowDays } from "../../../test/truth/cdnow.ts";
import { isValueThere } from "../../../test/truth/value-item.ts";
import { sql } from "../../sql/sql.ts";
import { isRefusal } from "../estimate.ts";
import { seeded } from "../numbers/random.ts";
import { measureAtRisk } from "./at-risk.ts";
import { type Measured, measureEquity } from "./measure.ts";
import { outlookOn } from "./outlook.ts";

const ledger = openedLedger();

const DAY = 86_400_000;
const AS_OF = Date.parse("2026-06-30T12:00:00Z");

/** BG/NBD buyers of two kinds who say whether they would buy again: most say yes, whatever they do. */
function world(customers: number, seed: number): Happened[] {
  const random = seeded(seed);
  return Array.from({ length: customers }, (_, i) => `c${i}`).flatMap((customer) => {
    const keen = random.uniform() < 0.5;
    const [pace, leaves] = [(random.gamma(1.5) / 60) * (keen ? 3 : 1), random.beta(1, 4)];
    const spends = 30 / Math.max(0.2, random.gamma(4) / 3);
    const lines: Happened[] = [];
    const asks = random.uniform() < 0.5;
    for (let ago = 20 + random.below(430); ago >= 0; ago -= random.exponential() / pace) {
      const total = Math.round(spends * random.gamma(6) * 16.67) / 100;
      lines.push([customer, AS_OF - ago * DAY, "order.placed", { total, reason: keen ? "broken" : "other" }]);
      if (lines.length > 1 && random.uniform() < leaves) break;
    }
    if (asks)
      lines.push([
        customer,
        AS_OF - random.below(300) * DAY,
        "customer.asked",
        { would_again: random.uniform() < (keen ? 0.9 : 0.7) },
      ]);
    return lines;
  });
}

async function measured(lines: readonly Happened[], yaml = SHOP, asOf = AS_OF): Promise<Measured> {
  const experience = shop(yaml);
  await fill(ledger.store, experience, lines);
  const found = await measureEquity(ledger.store, experience, asOf);
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
}

const keysOf = async (customers: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await ledger.store.rows<{ customer: string; key: string }>(
    sql`select distinct customer, toString(customer_key) as key from events`,
  );
  return new Map(
    rows.filter(({ customer }) => customers.includes(customer)).map(({ customer, key }) => [customer, key]),
  );
};

test("the parts are the whole: by occasion, by cohort and customer by customer", async () => {
  const lines = world(500, 2);
  const found = await measured(lines);
  const { equity } = found;
  if (isRefusal(equity.equity)) throw new Error(equity.equity.reason);
  const whole = equity.equity.value;
  for (const slices of [equity.by_occasion, equity.by_cohort]) {
    expect(slices.reduce((sum, one) => sum + (one.equity?.value ?? 0), 0) / whole).toBeCloseTo(1, 9);
    expect(slices.reduce((sum, one) => sum + one.customers, 0)).toBe(equity.buyers);
  }
  const keys = await keysOf(lines.map(([customer]) => customer));
  const all = await outlookOn(ledger.store, shop(), found, [...keys.values()]);
  expect(all.length).toBe(equity.buyers);
  expect(all.reduce((sum, one) => sum + (one.worth?.value ?? 0), 0) / whole).toBeCloseTo(1, 9);
  const again = all.reduce((sum, one) => sum + one.again.value, 0);
  expect(again / equity.again.customers.value).toBeCloseTo(1, 9);
});

test("who buys often and lately is more likely to buy again than who went silent, and P(alive) is not what is shown", async () => {
  const lines = world(500, 4);
  const odd: Happened[] = [
    ...[100, 80, 60, 40, 20, 5].map((ago): Happened => ["keen", AS_OF - ago * DAY, "order.placed", { total: 30 }]),
    ...[400, 390, 380, 370, 360, 350].map(
      (ago): Happened => ["silent", AS_OF - ago * DAY, "order.placed", { total: 30 }],
    ),
    ["once", AS_OF - 400 * DAY, "order.placed", { total: 30 }],
  ];
  const found = await measured([...lines, ...odd]);
  const keys = await keysOf(["keen", "silent", "once"]);
  const outlooks = await outlookOn(ledger.store, shop(), found, [...keys.values()]);
  const of = (name: string) => outlooks.find(({ customer }) => customer === keys.get(name));
  expect(of("keen")?.again.value).toBeGreaterThan(0.7);
  expect(of("silent")?.again.value).toBeLessThan(0.1);
  expect(of("once")?.again.value).toBeLessThan(0.4);
  expect(of("keen")).toMatchObject({ purchases: 6, days_since: 5, received: 180 });
  for (const { again } of outlooks) expect(again.low <= again.value && again.value <= again.high).toBe(true);
});

test("stated stands beside behaved, and the word of those who said yes is held against what they did", async () => {
  const { equity } = await measured(world(700, 6));
  if (isRefusal(equity.stated)) throw new Error(equity.stated.reason);
  const { asked, yes, did_after_yes, did_after_no, behaved_of_yes } = equity.stated;
  expect(asked).toBeGreaterThan(280);
  expect(yes.value).toBeGreaterThan(0.72);
  expect(behaved_of_yes?.high).toBeLessThan(yes.value);
  expect(behaved_of_yes?.low).toBeLessThan(behaved_of_yes?.value ?? 0);
  expect((did_after_yes?.n ?? 0) + (did_after_no?.n ?? 0)).toBeLessThan(asked);
  expect(did_after_yes?.value).toBeGreaterThan(0.1);
});

test("equity at risk is the worth of those who are short of something times what that costs", async () => {
  const lines = world(500, 8);
  const found = await measured(lines);
  const keys = [...(await keysOf(["c1", "c2", "c3", "c4", "nobody"])).values()];
  const parts = [{ promise: "whole", share: 0.3, low: 0.1, high: 0.5, amount: 0 }];
  const risk = await measureAtRisk(ledger.store, shop(), found, [
    ...keys.map((customer) => ({ customer, parts })),
    { customer: "12345", parts },
  ]);
  if (isRefusal(risk)) throw new Error(risk.reason);
  const own = await outlookOn(ledger.store, shop(), found, keys);
  const worth = own.reduce((sum, one) => sum + (one.worth?.value ?? 0), 0);
  expect(risk.customers).toBe(4);
  expect(risk.equity.value / worth).toBeCloseTo(1, 9);
  expect(risk.at_risk.value / worth).toBeCloseTo(0.3, 9);
  expect(risk.at_risk.low).toBeLessThan(0.1 * worth + 1e-9);
  expect(risk.by_promise).toEqual([
    { promise: "whole", at_risk: risk.at_risk.value, low: risk.at_risk.low, high: risk.at_risk.high },
  ]);
  expect(risk.at_risk.grade).toBe("D");
  const believed = [{ ...parts[0], promise: "said", share: 0, low: 0, high: 0, amount: 2 }, ...parts] as typeof parts;
  const some = keys.map((customer) => ({ customer, parts: believed }));
  const mixed = await measureAtRisk(ledger.store, shop(), found, some);
  if (isRefusal(mixed)) throw new Error(mixed.reason);
  expect(mixed.at_risk.grade).toBe("E");
  for (const { at_risk, low, high } of mixed.by_promise) expect(low <= at_risk && at_risk <= high).toBe(true);
  const [wide, narrow] = ["whole", "said"].map((name) => mixed.by_promise.find(({ promise }) => promise === name));
  const widthOf = (one = wide) => ((one?.high ?? 0) - (one?.low ?? 0)) / (one?.at_risk ?? 1);
  expect(widthOf(wide)).toBeGreaterThan(widthOf(narrow));
  const ofNobody = await measureAtRisk(ledger.store, shop(), found, [{ customer: "12345", parts }]);
  expect(ofNobody).toMatchObject({ kind: "refusal" });
  expect(await measureAtRisk(ledger.store, shop(), found, [])).toMatchObject({ customers: 0, at_risk: { value: 0 } });
});

test("margin, horizon and discount do to the worth what they say", async () => {
  const lines = world(400, 10);
  const worth = async (more: string): Promise<number> => {
    const { equity } = (await measured(lines, SHOP.replace("value:\n", `value:\n${more}`))).equity;
    return isRefusal(equity) ? Number.NaN : equity.value;
  };
  const usual = await worth("");
  expect((await worth("  margin: 25%\n")) / usual).toBeCloseTo(0.25, 9);
  expect(await worth("  horizon: 24 months\n")).toBeGreaterThan(1.2 * usual);
  expect(await worth("  discount: 0%\n")).toBeGreaterThan(usual);
});

test("what has not happened yet by the moment of looking does not count", async () => {
  const lines = world(400, 12);
  const early = Date.parse("2026-03-31T12:00:00Z");
  const known = lines.filter(([, at]) => Number(at) <= early);
  const [all, cut] = [await measured(lines, SHOP, early), await measured(known, SHOP, early)];
  expect(all.equity).toEqual(cut.equity);
});

describe.skipIf(!isValueThere(CDNOW))("CDNOW out of the ledger (needs ../shared)", () => {
  test("the customers' last weeks are foreseen better than by their own pace, and chances mean what they say", async () => {
    const lines = [...cdnowDays()].flatMap(([customer, days]) =>
      [...days].map(([day, total]): Happened => [customer, day * DAY + DAY / 2, "order.placed", { total }]),
    );
    const yaml = SHOP.replace("value:\n", "value:\n  again-within: 4 weeks\n").replace("Europe/Helsinki", "UTC");
    const { equity } = await measured(lines, yaml, Date.parse("1998-06-30T23:59:59Z"));
    expect(equity).toMatchObject({ buyers: 2357, first_day: "1997-01-01", last_day: "1998-06-30" });
    const [used] = equity.hold_out.models;
    expect(used?.mae).toBeLessThan(0.8);
    expect(used?.mae).toBeLessThan(equity.hold_out.naive.mae);
    expect(used?.rmse).toBeLessThan(equity.hold_out.naive.rmse);
    expect(used?.auc).toBeGreaterThan(0.8);
    expect(used?.brier).toBeLessThan(equity.again.brier_of_all);
    const right = equity.again.calibration.filter(
      ({ foreseen, interval }) => interval[0] <= foreseen && foreseen <= interval[1],
    );
    expect(right.length).toBeGreaterThanOrEqual(8);
  });
});
