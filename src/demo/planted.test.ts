import { beforeAll, expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { commas, digits, type Sql, sql, text } from "../sql/sql.ts";
import { DAY } from "./clock.ts";
import { makeDemo } from "./make.ts";
import { type PlantedLeg, planted } from "./planted.ts";
import { truth } from "./truth.ts";

/** These questions are asked of the events alone, as a customer of Kept could ask them. */
const ledger = openedLedger();

beforeAll(async () => {
  await makeDemo(ledger.store, { customers: 12_000, seed: 3, keepPlan: true });
});

async function one(query: Sql): Promise<Readonly<Record<string, number>>> {
  const [row] = await ledger.store.rows<Record<string, number>>(query);
  return row ?? {};
}

async function byKey(query: Sql): Promise<Readonly<Record<string, number>>> {
  const rows = await ledger.store.rows<{ key: string; value: number }>(query);
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

const property = (name: string): Sql => sql`JSONExtractString(properties, ${text(name)})`;
const local = sql`toTimeZone(at, 'Europe/Helsinki')`;
/** Each order's first event of a name. */
const first = (event: string): Sql => sql`minIf(at, name = ${text(event)})`;
const orders = (columns: Sql): Sql =>
  sql`select ${property("order_id")} as order_id, ${columns} from events group by order_id having order_id != ''`;

test("one carrier damages four in a hundred, the other less than one", async () => {
  const shares = await byKey(sql`select carrier as key, avg(damaged) as value from (
    ${orders(sql`anyIf(${property("carrier")}, name = 'parcel.delivered') as carrier, countIf(name = 'parcel.damaged') > 0 as damaged,
      countIf(name = 'parcel.delivered') as delivered`)}) where delivered > 0 group by carrier`);
  expect(shares["Polar Freight"]).toBeCloseTo(truth.damaged["Polar Freight"], 2);
  expect(shares["Swift Van"]).toBeCloseTo(truth.damaged["Swift Van"], 2);
});

test("no new machine leaves before the broken one is back and inspected", async () => {
  const { replaced, wrong } = await one(sql`select count() as replaced,
    countIf(not (collected < inspected and inspected < shipped and shipped < delivered)) as wrong from (
    ${orders(sql`${first("broken.collected")} as collected, ${first("broken.inspected")} as inspected,
      ${first("replacement.shipped")} as shipped, ${first("replacement.delivered")} as delivered`)})
    where toUnixTimestamp(delivered) > 0`);
  expect(Number(replaced)).toBeGreaterThan(100);
  expect(Number(wrong)).toBe(0);
});

test("the van is late in the north and in the month of the strike", async () => {
  const late = (key: Sql) =>
    byKey(sql`select ${key} as key, avg(toDate(delivered, 'Europe/Helsinki') > promised) as value from (
    ${orders(sql`anyIf(${property("region")}, name = 'order.placed') as region, ${first("order.placed")} as placed,
      ${first("parcel.delivered")} as delivered,
      toDateOrZero(anyIf(${property("promised_for")}, name = 'order.placed')) as promised`)})
    where toUnixTimestamp(delivered) > 0 and promised > '2000-01-01' group by key`);
  const regions = await late(sql`region`);
  expect(regions["Helsinki"]).toBeLessThan(0.16);
  expect(regions["Oulu"]).toBeGreaterThan(0.27);
  expect(regions["Lapland"]).toBeGreaterThan(0.33);
  const months = await late(sql`toString(toMonth(placed))`);
  const worst = Object.entries(months).sort(([, a], [, b]) => b - a)[0];
  expect(worst?.[0]).toBe("2");
  expect(worst?.[1]).toBeGreaterThan(0.25);
});

test("electricians work on open days, and those who are free on a Friday wait for Monday", async () => {
  const weekdays = await byKey(sql`select toString(toDayOfWeek(${local})) as key, count() / 1. as value
    from events where name = 'installation.started' group by key`);
  expect(Object.keys(weekdays).sort()).toEqual(["1", "2", "3", "4", "5"]);
  expect(weekdays["5"]).toBeLessThan((weekdays["1"] ?? 0) / 2);
  const { holidays } =
    await one(sql`select countIf(toDate(${local}) in ('2025-12-25', '2025-12-26', '2026-01-01', '2026-01-06',
    '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14')) as holidays from events where name = 'installation.started'`);
  expect(Number(holidays)).toBe(0);
});

test("stars fall by a step when the electrician is more than four hours late, not little by little", async () => {
  const stars = await byKey(sql`select toString(late) as key, avg(given) as value from (
    ${orders(sql`anyIf(JSONExtractInt(properties, 'stars'), name = 'review.given') as given,
      ${first("review.given")} > ${first("installation.completed")} as afterwards,
      intDiv(dateDiff('second', parseDateTimeBestEffortOrZero(argMaxIf(${property("here_by")}, at, name = 'installation.booked'), 'UTC'),
        ${first("installation.started")}), 7200) as late`)})
    where given > 0 and afterwards and late between 0 and 3 group by key`);
  const [in2 = 0, in4 = 0, in6 = 0, in8 = 0] = [stars["0"], stars["1"], stars["2"], stars["3"]];
  expect(Math.abs(in2 - in4)).toBeLessThan(0.25);
  expect(Math.abs(in6 - in8)).toBeLessThan(0.25);
  expect(in4 - in6).toBeCloseTo(-truth.stars.electricianLate, 0);
  expect(in4 - in6).toBeGreaterThan(0.9);
});

test("one technician's invoices are higher than the quote", async () => {
  const shares = await byKey(sql`select technician as key, avg(paid > quoted) as value from (
    ${orders(sql`anyIf(${property("technician")}, name = 'invoice.sent') as technician,
      anyIf(JSONExtractFloat(properties, 'amount'), name = 'invoice.sent') as paid,
      argMaxIf(JSONExtractFloat(properties, 'amount'), at, name = 'quote.given') as quoted,
      countIf(name = 'quote.given') as quotes, countIf(name = 'invoice.sent') as invoices`)})
    where quotes > 0 and invoices > 0 group by technician`);
  const { technician, chance, otherwise } = truth.overcharged;
  for (const [key, share] of Object.entries(shares)) {
    expect(share).toBeCloseTo(key === technician ? chance + (1 - chance) * otherwise : otherwise, 1);
  }
});

test("being let down costs purchases, and the occasion hides it", async () => {
  const washing = sql`select * from demo_orders where nth = 1 and t_done > 0`;
  const window = digits(90 * DAY);
  const lives = sql`select *, if(let_down, first_if_let_down, first_if_kept) < ${window} as bought from (${washing})`;
  const difference = sql`avgIf(bought, let_down) - avgIf(bought, not let_down)`;
  const { naive } = await one(sql`select ${difference} as naive from (${lives})`);
  const { adjusted } = await one(sql`select sum(n * difference) / sum(n) as adjusted from (
    select count() as n, ${difference} as difference from (${lives}) group by reason)`);
  const { real } = await one(sql`select avg(first_if_let_down < ${window}) - avg(first_if_kept < ${window}) as real
    from (${washing})`);
  expect(naive).toBeGreaterThan(-0.09);
  expect(adjusted).toBeLessThan(-0.11);
  expect(real).toBeCloseTo(adjusted ?? 0, 1);
});

test("the late lost their time where it is planted", async () => {
  for (const { promise, legs = [] } of planted) {
    if (legs.length === 0) continue;
    const id = promise === "replaced-within-a-week" ? "claim_id" : "order_id";
    const shares = await lateLegs(id, legs);
    for (const [i, leg] of legs.entries()) {
      expect.soft(Math.abs((shares[i] ?? 0) - leg.shareOfLate), `${promise}: ${leg.from}`).toBeLessThan(0.12);
    }
  }
});

/** Of the journeys that took longer than their occasion allows: in which share each leg used up most of the excess. */
async function lateLegs(id: string, legs: readonly PlantedLeg[]): Promise<readonly number[]> {
  const steps = legs.map(({ from, to }) => sql`dateDiff('second', ${first(from)}, ${first(to)})`);
  const [start, end] = [legs[0]?.from ?? "", legs.at(-1)?.to ?? ""];
  const allowed =
    id === "claim_id" ? sql`if(reason = 'broken', 5, 7)` : sql`multiIf(reason = 'broken', 4, reason = 'gift', 10, 7)`;
  const journeys = sql`select *, days <= ${allowed} as kept from (
    select ${property(id)} as id, anyIf(${property("reason")}, name = ${text(start)}) as reason, [${commas(steps)}] as legs,
      dateDiff('second', ${first(start)}, ${first(end)}) / 86400 as days
    from events group by id having id != '' and countIf(name = ${text(end)}) > 0)`;
  const usual = sql`(select quantilesExactForEach(0.5)(legs) from (${journeys}) where kept)`;
  const worst = sql`select arrayMap((leg, among) -> leg - among[1], legs, ${usual}) as excess,
      indexOf(excess, arrayMax(excess)) as worst from (${journeys}) where not kept`;
  const shares = legs.map((_, i) => sql`countIf(worst = ${digits(i + 1)}) / count()`);
  const [row] = await ledger.store.rows<{ shares: readonly number[] }>(
    sql`select [${commas(shares)}] as shares from (${worst})`,
  );
  return row?.shares ?? [];
}

test("detergent is bought at gamma rates and gamma spends", async () => {
  const { spend } = truth.purchases;
  const { mean, between } = await one(sql`select avg(total) as mean, varPop(average) as between from (
    select JSONExtractFloat(properties, 'total') as total, avg(total) over (partition by customer) as average,
      count() over (partition by customer) as n
    from events where name = 'supplies.ordered')`);
  expect(Math.abs(Number(mean) - (spend.p * spend.gamma) / (spend.q - 1))).toBeLessThan(1.5);
  expect(Number(between)).toBeGreaterThan(100);
});
