import { commas, digits, type Sql, sql } from "../sql/sql.ts";
import { everywhere } from "../storage/shards.ts";
import type { Store } from "../storage/store.ts";

/** Orders that one statement makes: what the engine sorts in memory at once. */
const CHUNK = 250_000;

/** About 10.9 events for each order, four orders a customer, two years; made of hashes of the order's number alone. */
export async function generateLedger(
  store: Store,
  orders: number,
  progress: (done: number) => void = () => {},
): Promise<void> {
  await everywhere(store, sql`truncate table events`);
  await everywhere(store, sql`truncate table if exists batches`);
  for (let from = 0; from < orders; from += CHUNK) {
    const to = Math.min(orders, from + CHUNK);
    await store.run(
      sql`insert into events (customer, name, at, received, source, id, batch, properties) ${eventsOfOrders(from, to, orders)}`,
    );
    progress(to);
  }
  await everywhere(store, sql`optimize table events final`);
}

/** A number from 0 to 999 that depends on the order and a salt. */
const die = (salt: number): Sql => sql`(cityHash64(k, ${digits(salt)}) % 1000)`;
const chance = (salt: number, perMille: number): Sql => sql`(${die(salt)} < ${digits(perMille)})`;
/** Seconds from `from` up to `to`. */
const between = (salt: number, from: number, to: number): Sql =>
  sql`toInt64(${digits(from)} + cityHash64(k, ${digits(salt)}) % ${digits(to - from)})`;
const event = (name: Sql, second: Sql, amount: Sql = sql`0.`, topic: Sql = sql`''`): Sql =>
  sql`(${name}, toInt64(${second}), toFloat64(${amount}), ${topic})`;
const when = (condition: Sql, events: readonly Sql[]): Sql => sql`arrayFilter(e -> ${condition}, [${commas(events)}])`;
/** Several events of a kind: `i` is its number. */
const several = (count: Sql, each: Sql): Sql => sql`arrayMap(i -> ${each}, range(toUInt32(${count})))`;

const topic = (of: Sql): Sql => sql`['invoice', 'delivery', 'product', 'reminder'][${of} % 4 + 1]`;

function eventsOfOrders(from: number, to: number, orders: number): Sql {
  const happened = [
    sql`[${event(sql`'order.placed'`, sql`0`, sql`price`)}]`,
    when(chance(1, 8), [event(sql`'order.placed'`, between(2, 5, 90), sql`price`)]),
    several(sql`1 + ${die(3)} % 3`, event(sql`'page.viewed'`, sql`cityHash64(k, 4, i) % 500000`)),
    sql`[${event(sql`'quote.given'`, sql`quoted`, sql`price`)}]`,
    when(chance(5, 120), [event(sql`'quote.given'`, sql`quoted + ${between(6, 60, 4000)}`, sql`price * 1.1`)]),
    when(chance(7, 950), [event(sql`'quote.accepted'`, sql`accepted`)]),
    when(chance(8, 980), [event(sql`'order.approved'`, sql`approved`)]),
    when(sql`not cancelled`, [
      event(sql`'charge.made'`, sql`approved + 60`, sql`if(${chance(9, 30)}, price * 1.25, price)`),
    ]),
    when(chance(10, 70), [event(sql`'payment.failed'`, sql`approved + 20`)]),
    when(sql`${chance(10, 70)} and ${chance(11, 850)}`, [
      event(sql`'payment.retried'`, sql`approved + 21 + ${between(12, 0, 38)}`),
    ]),
    when(sql`not cancelled`, [event(sql`'order.shipped'`, sql`shipped`)]),
    when(sql`delivered`, [event(sql`'order.delivered'`, sql`arrived`)]),
    when(sql`cancelled`, [event(sql`'order.cancelled'`, sql`approved + ${between(13, 3600, 86400)}`)]),
    when(sql`delivered and ${chance(14, 60)}`, [
      event(sql`'delivery.damaged'`, sql`arrived + ${between(15, 600, 7200)}`),
    ]),
    when(sql`delivered and ${chance(14, 60)} and ${chance(16, 900)}`, [
      event(sql`'customer.told'`, sql`arrived + 7200 + ${between(17, 60, 18000)}`),
    ]),
    when(chance(18, 80), [event(sql`'refund.requested'`, sql`arrived + ${between(19, 7200, 400000)}`)]),
    when(sql`${chance(18, 80)} and ${chance(20, 880)}`, [
      event(sql`'refund.issued'`, sql`arrived + 400000 + ${between(21, 60, 1200000)}`),
    ]),
    when(chance(22, 4), [event(sql`'refund.issued'`, sql`arrived + 10`)]),
    several(
      sql`(${die(23)} < 440) + (${die(24)} < 100)`,
      event(
        sql`'ticket.opened'`,
        sql`accepted + cityHash64(k, 25, i) % 400000`,
        sql`0.`,
        topic(sql`cityHash64(k, 26, i)`),
      ),
    ),
    several(
      sql`((${die(23)} < 440) + (${die(24)} < 100)) * ${chance(27, 900)}`,
      event(
        sql`'ticket.answered'`,
        sql`accepted + cityHash64(k, 25, i) % 400000 + 60 + cityHash64(k, 28, i) % 18000`,
        sql`0.`,
        topic(sql`cityHash64(k, 26, i)`),
      ),
    ),
    several(
      sql`${die(29)} % 4`,
      event(sql`'contact.made'`, sql`cityHash64(k, 30, i) % 1500000`, sql`0.`, topic(sql`cityHash64(k, 31, i)`)),
    ),
  ];
  return sql`with
  ${between(40, 600, 7200)} as quoted, quoted + ${between(41, 300, 100000)} as accepted, accepted + ${between(42, 60, 36000)} as approved,
  if(${chance(43, 20)}, approved - 30, approved + ${between(44, 3600, 90000)}) as shipped, shipped + ${between(45, 36000, 300000)} as arrived,
  toFloat64(20 + cityHash64(k, 46) % 480) as price, ${chance(47, 40)} as cancelled,
  ${chance(48, 930)} and (not cancelled or ${chance(49, 100)}) as delivered,
  toDateTime64('2024-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(intDiv(k * 63072000, ${digits(orders)})) as begun
select concat('c', toString(cityHash64(k, 50) % ${digits(Math.max(1, Math.floor(orders / 4)))})) as customer, tupleElement(e, 1) as name,
  begun + toIntervalMillisecond(tupleElement(e, 2) * 1000 + toInt64(cityHash64(k, n, 51) % 1000)) as at,
  toDateTime64('2026-01-01 00:00:00', 3, 'UTC') as received, 'bench' as source,
  concat(toString(k), '.', toString(n)) as id, 1 as batch,
  concat('{"order":"o', toString(k), '"',
    if(tupleElement(e, 3) = 0, '', concat(',"amount":', toString(tupleElement(e, 3)))),
    if(tupleElement(e, 1) = 'order.placed', concat(',"due":"', formatDateTime(begun + toIntervalSecond(accepted + ${between(52, 86400, 518400)}), '%Y-%m-%dT%H:%i:%SZ'), '"'), ''),
    if(tupleElement(e, 4) = '', '', concat(',"topic":"', tupleElement(e, 4), '"')), '}') as properties
from (select number as k from numbers(${digits(from)}, ${digits(to - from)}))
array join arrayConcat(${commas(happened)}) as e, arrayEnumerate(arrayConcat(${commas(happened)})) as n`;
}
