import { digits, join, type Sql, sql, text } from "../sql/sql.ts";

/** The kinds of events that the yardstick knows, in the order of their codes, from 1. */
const CODES = [
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
type Code = (typeof CODES)[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const code = (name: Code): Sql => digits(CODES.indexOf(name) + 1);

/** The same events as a plain table of orders: what somebody would build for these constraints alone. */
export const YARDSTICK_TABLE: Sql = sql`create table yardstick engine = MergeTree order by (key, ts) as
  select k_order as key, at as ts, name, ifNull(p_amount, 0) as amount,
    ifNull(p_due, toDateTime64(0, 3, 'UTC')) as due, toLowCardinality(ifNull(p_topic, '')) as topic
  from events where k_order != 0`;

/*
 * One number an event: its time, what must be equal, and its kind. `X` holds an order's numbers in the order of time, `N`
 * the kinds alone, `V` the amount, or of a placed order when it is due. Each constraint counts how often it is asked for
 * and how often it is broken; with the log taken for complete, what is pending is broken.
 */
const time = (x: Sql): Sql => sql`toInt64(bitShiftRight(${x}, 16))`;
const kindIs = (name: Code): Sql => sql`arrayFilter(x -> bitAnd(x, 255) = ${code(name)}, X)`;
const asked = (name: Code): Sql => sql`countEqual(N, ${code(name)})`;

/** Answered at the same time or later, and within so many milliseconds. */
const unanswered = (when: Code, then: Code, within: number, same: Sql = sql`1`): Sql =>
  sql`if(${asked(when)} = 0, 0, arrayCount(x -> not arrayExists(y -> ${same} and ${time(sql`y`)} >= ${time(sql`x`)} and ${time(sql`y`)} - ${time(sql`x`)} <= ${digits(within)}, ${kindIs(then)}), ${kindIs(when)}))`;
/** What may not come between a failed payment and the next try, and these two. */
const BETWEEN: readonly Code[] = [
  "payment.failed",
  "payment.retried",
  "order.shipped",
  "charge.made",
  "order.delivered",
];
const sameTopic: Sql = sql`bitAnd(bitXor(x, y), 65280) = 0`;

/** Constraints by the promise of experiences/bench that says the same: how often asked, how often broken. */
const CONSTRAINTS: readonly (readonly [string, Sql, Sql])[] = [
  ["delivered-in-3-days", asked("order.placed"), unanswered("order.placed", "order.delivered", 3 * DAY)],
  [
    "delivered-when-said",
    asked("order.placed"),
    sql`arrayCount((x, d) -> not arrayExists(y -> ${time(sql`y`)} >= ${time(sql`x`)} and ${time(sql`y`)} <= d, ${kindIs("order.delivered")}), ${kindIs("order.placed")}, arrayFilter((v, n) -> n = ${code("order.placed")}, V, N))`,
  ],
  ["told-of-damage", asked("delivery.damaged"), unanswered("delivery.damaged", "customer.told", 4 * HOUR)],
  ["ticket-answered", asked("ticket.opened"), unanswered("ticket.opened", "ticket.answered", 4 * HOUR, sameTopic)],
  [
    "quote-accepted",
    asked("quote.given"),
    sql`if(${asked("quote.given")} = 0, 0, ${asked("quote.given")} - arrayCount((x, y) -> x = ${code("quote.given")} and y = ${code("quote.accepted")}, arrayFilter(n -> n in (${code("quote.given")}, ${code("quote.accepted")}), N) as Q, arrayShiftLeft(Q, 1, 0)))`,
  ],
  [
    "payment-retried",
    asked("payment.failed"),
    sql`if(${asked("payment.failed")} = 0, 0, ${asked("payment.failed")} - arrayCount((x, y) -> bitAnd(x, 255) = ${code("payment.failed")} and bitAnd(y, 255) = ${code("payment.retried")} and ${time(sql`y`)} - ${time(sql`x`)} <= ${digits(DAY)}, arrayFilter(x -> bitAnd(x, 255) in (${join(BETWEEN.map(code), sql`, `)}), X) as R, arrayShiftLeft(R, 1, 0)))`,
  ],
  [
    "approved-first",
    asked("order.shipped"),
    sql`arrayCount((n, i) -> n = ${code("order.shipped")} and (indexOf(N, ${code("order.approved")}) = 0 or i < indexOf(N, ${code("order.approved")})), N, arrayEnumerate(N))`,
  ],
  ["refunded-in-time", asked("refund.requested"), unanswered("refund.requested", "refund.issued", 14 * DAY)],
  [
    "refund-was-asked-for",
    asked("refund.issued"),
    sql`if(${asked("refund.issued")} = 0, 0, arrayCount(x -> not arrayExists(y -> ${time(sql`y`)} <= ${time(sql`x`)} and ${time(sql`x`)} - ${time(sql`y`)} <= ${digits(14 * DAY)}, ${kindIs("refund.requested")}), ${kindIs("refund.issued")}))`,
  ],
  [
    "not-delivered-when-cancelled",
    asked("order.cancelled"),
    sql`if(${asked("order.cancelled")} = 0, 0, arrayCount(x -> arrayExists(y -> ${time(sql`y`)} >= ${time(sql`x`)}, ${kindIs("order.delivered")}), ${kindIs("order.cancelled")}))`,
  ],
  [
    "placed-once",
    asked("order.placed"),
    sql`toUInt64(if(${asked("order.placed")} > 1, ${asked("order.placed")} - 1, 0))`,
  ],
  [
    "one-contact-is-enough",
    asked("contact.made"),
    sql`if(${asked("contact.made")} < 2, 0, arrayCount(x -> arrayExists(y -> ${sameTopic} and x != y and ${time(sql`y`)} >= ${time(sql`x`)} and ${time(sql`y`)} - ${time(sql`x`)} <= ${digits(7 * DAY)}, ${kindIs("contact.made")}), ${kindIs("contact.made")}))`,
  ],
  [
    "charged-as-quoted",
    asked("charge.made"),
    sql`if(${asked("charge.made")} = 0, 0, arrayCount((n, v, q) -> n = ${code("charge.made")} and v > q, N, V, arrayPopFront(arrayFill((v, n) -> n in (${code("quote.given")}, 255), arrayPushFront(V, -1.), arrayPushFront(N, 255)))))`,
  ],
];

export const YARDSTICK_PROMISES: readonly string[] = CONSTRAINTS.map(([promise]) => promise);

/** One row of two arrays, in the order of YARDSTICK_PROMISES: askings and broken ones. */
export const YARDSTICK: Sql = sql`select [${join(
  CONSTRAINTS.map((_, i) => sql`sum(a${digits(i)})`),
  sql`, `,
)}] as asked, [${join(
  CONSTRAINTS.map((_, i) => sql`sum(b${digits(i)})`),
  sql`, `,
)}] as broken
from (
  select ${join(
    CONSTRAINTS.map(([, a, b], i) => sql`${a} as a${digits(i)}, toUInt64(${b}) as b${digits(i)}`),
    sql`, `,
  )}
  from (
    select *, arrayMap(x -> toUInt8(bitAnd(x, 255)), X) as N
    from (
      select key,
        groupArray(bitOr(bitShiftLeft(toUInt64(toUnixTimestamp64Milli(ts)), 16), bitOr(bitShiftLeft(toUInt64(cast(transform(topic, ['invoice', 'delivery', 'product', 'reminder'], [1, 2, 3, 4]::Array(UInt8), 0::UInt8), 'UInt8')), 8),
          toUInt64(cast(transform(name, [${join(
            CODES.map((name) => text(name)),
            sql`, `,
          )}], range(1, ${digits(CODES.length + 1)})::Array(UInt8), 0::UInt8), 'UInt8'))))) as X,
        groupArray(if(name = 'order.placed', toFloat64(toUnixTimestamp64Milli(due)), amount)) as V
      from yardstick group by key)))
settings optimize_aggregation_in_order = 1, max_block_size = 16384, compile_expressions = 0`;

/** Reading the same columns and doing nothing with them. */
export const BARE_SCAN: Sql = sql`select sum(cityHash64(key, ts, name, amount, due, topic)) as sum from yardstick`;
