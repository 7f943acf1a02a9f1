import { commas, digits, join, name, type Sql, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** Askings, broken promises, and subjects with a broken one. */
export interface Figures {
  readonly asked: number;
  readonly broken: number;
  readonly subjects: number;
}

/** The same events as a plain table that suits the hand-written query best: one key, sorted by it and by time. */
export async function fillPlain(store: Store): Promise<void> {
  await store.run(sql`drop table if exists bench_plain sync`);
  await store.run(sql`create table bench_plain (key UInt64, ts DateTime64(3, 'UTC'), name LowCardinality(String),
    amount Float64, due DateTime64(3, 'UTC'), topic LowCardinality(String)) engine = MergeTree order by (key, ts)`);
  await store.run(sql`insert into bench_plain select k_order, at, name, ifNull(p_amount, 0),
    ifNull(p_due, toDateTime64(0, 3, 'UTC')), ifNull(p_topic, '') from events where k_order != 0`);
  await store.run(sql`optimize table bench_plain final`);
}

export const SCAN: Sql = sql`select sum(cityHash64(key, ts, name, amount, due, topic)) as all from bench_plain`;

/** The best we can write by hand for the promises of experiences/bench and nothing else: counts alone, no rows. */
export async function runYardstick(store: Store): Promise<ReadonlyMap<string, Figures>> {
  const [row] = await store.rows<Record<string, readonly string[]>>(YARDSTICK, {
    optimize_aggregation_in_order: 1,
    max_block_size: 16_384,
  });
  return new Map(
    Object.entries(row ?? {}).map(([promise, [asked, broken, subjects]]) => [
      promise,
      { asked: Number(asked), broken: Number(broken), subjects: Number(subjects) },
    ]),
  );
}

const NAMES = [
  "order.placed",
  "order.delivered",
  "delivery.damaged",
  "customer.told",
  "ticket.opened",
  "ticket.answered",
  "quote.given",
  "quote.accepted",
  "payment.failed",
  "payment.retried",
  "order.approved",
  "order.shipped",
  "refund.requested",
  "refund.issued",
  "order.cancelled",
  "contact.made",
  "charge.made",
] as const;
type EventName = (typeof NAMES)[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const code = (event: EventName): Sql => digits(NAMES.indexOf(event) + 1);
/** An event: its time, a code for its topic and one for its name, in one number. */
const ms = (element: Sql): Sql => sql`toInt64(bitShiftRight(${element}, 16))`;
const all = (event: EventName): Sql => sql`arrayFilter(e -> bitAnd(e, 255) = ${code(event)}, X)`;
const count = (event: EventName): Sql => sql`countEqual(N, ${code(event)})`;
const isLate = (limit: number): Sql => sql`${ms(sql`y`)} - ${ms(sql`x`)} > ${digits(limit)}`;
const sameTopic = sql`bitAnd(bitXor(x, y), 65280) = 0`;

/** Askings after which nothing of a kind comes in time. */
const unanswered = (asked: EventName, answer: EventName, limit: number, also: Sql = sql`1`): Sql =>
  sql`arrayCount(x -> not arrayExists(y -> ${also} and ${ms(sql`y`)} >= ${ms(sql`x`)} and not ${isLate(limit)}, ${all(answer)}), ${all(asked)})`;

/** How often each promise is broken in a subject whose events are X, in order, with their names N and numbers V. */
const BROKEN: Readonly<Record<string, readonly [EventName, Sql]>> = {
  "delivered-in-3-days": ["order.placed", unanswered("order.placed", "order.delivered", 3 * DAY)],
  "delivered-when-said": [
    "order.placed",
    sql`arrayCount((x, d) -> not arrayExists(y -> ${ms(sql`y`)} >= ${ms(sql`x`)} and ${ms(sql`y`)} <= d, ${all("order.delivered")}), ${all("order.placed")}, arrayFilter((v, n) -> n = ${code("order.placed")}, V, N))`,
  ],
  "told-of-damage": ["delivery.damaged", unanswered("delivery.damaged", "customer.told", 4 * HOUR)],
  "ticket-answered": ["ticket.opened", unanswered("ticket.opened", "ticket.answered", 4 * HOUR, sameTopic)],
  "quote-accepted": [
    "quote.given",
    sql`arrayCount((n, m) -> n = ${code("quote.given")} and m = ${code("quote.given")}, arrayFilter(n -> n in (${code("quote.given")}, ${code("quote.accepted")}), N) as Q, arrayShiftLeft(Q, 1, 0))`,
  ],
  "payment-retried": [
    "payment.failed",
    sql`arrayCount((x, y) -> bitAnd(x, 255) = ${code("payment.failed")} and (bitAnd(y, 255) != ${code("payment.retried")} or ${isLate(DAY)}),
      arrayFilter((x, n) -> n in (${commas((["payment.failed", "payment.retried", "order.shipped", "charge.made", "order.delivered"] as const).map(code))}), X, N) as R, arrayShiftLeft(R, 1, 0))`,
  ],
  "approved-first": [
    "order.shipped",
    sql`arrayCount((x, n) -> n = ${code("order.shipped")} and (approved = 0 or bitShiftRight(x, 16) < bitShiftRight(approved, 16)), X, N)`,
  ],
  "refunded-in-time": ["refund.requested", unanswered("refund.requested", "refund.issued", 14 * DAY)],
  "refund-was-asked-for": [
    "refund.issued",
    sql`arrayCount(y -> not arrayExists(x -> ${ms(sql`y`)} >= ${ms(sql`x`)} and not ${isLate(14 * DAY)}, ${all("refund.requested")}), ${all("refund.issued")})`,
  ],
  "not-delivered-when-cancelled": [
    "order.cancelled",
    sql`arrayCount(x -> arrayExists(y -> ${ms(sql`y`)} >= ${ms(sql`x`)} and not ${isLate(400 * DAY)}, ${all("order.delivered")}), ${all("order.cancelled")})`,
  ],
  "placed-once": [
    "order.placed",
    sql`if(${count("order.placed")} < 2, 0, arrayCount((x, i) -> arrayExists((y, j) -> i != j and ${ms(sql`y`)} >= ${ms(sql`x`)} and not ${isLate(400 * DAY)}, ${all("order.placed")}, arrayEnumerate(${all("order.placed")})), ${all("order.placed")}, arrayEnumerate(${all("order.placed")})))`,
  ],
  "one-contact-is-enough": [
    "contact.made",
    sql`if(${count("contact.made")} < 2, 0, arrayCount((x, i) -> arrayExists((y, j) -> i != j and ${sameTopic} and ${ms(sql`y`)} >= ${ms(sql`x`)} and not ${isLate(7 * DAY)}, ${all("contact.made")}, arrayEnumerate(${all("contact.made")})), ${all("contact.made")}, arrayEnumerate(${all("contact.made")})))`,
  ],
  "charged-as-quoted": [
    "charge.made",
    sql`arrayCount((n, v, q) -> n = ${code("charge.made")} and q > -1 and v - q > 0.000000001, N, V,
      arrayPopFront(arrayFill((v, n) -> n in (${code("quote.given")}, 255), arrayPushFront(V, -1.), arrayPushFront(N, 255))))`,
  ],
};

const perSubject = Object.values(BROKEN).flatMap(([asked, broken], i) => [
  sql`${count(asked)} as ${name(`a${i}`)}`,
  sql`if(${name(`a${i}`)} = 0, 0, ${broken}) as ${name(`b${i}`)}`,
]);
const totals = Object.keys(BROKEN).map((promise, i) => {
  const [asked, broken] = [name(`a${i}`), name(`b${i}`)];
  return sql`[sum(${asked}), sum(${broken}), countIf(${broken} > 0)] as ${name(promise)}`;
});
const coded = sql`transform(name, [${join(
  NAMES.map((event) => text(event)),
  sql`, `,
)}], [${commas(NAMES.map(code))}]::Array(UInt8), 0::UInt8)`;
const topics = sql`transform(topic, ['invoice', 'delivery', 'product', 'reminder'], [1, 2, 3, 4]::Array(UInt8), 0::UInt8)::UInt64`;

const YARDSTICK: Sql = sql`select ${commas(totals)} from (
select X[indexOf(N, ${code("order.approved")})] as approved, ${commas(perSubject)} from (
select X, V, arrayMap(e -> toUInt8(bitAnd(e, 255)), X) as N from (
select groupArray(bitOr(bitShiftLeft(toUnixTimestamp64Milli(ts), 16), bitOr(bitShiftLeft(${topics}, 8), ${coded}))) as X,
  groupArray(if(name = 'order.placed', toUnixTimestamp64Milli(due)::Float64, amount)) as V
from bench_plain group by key)))`;
