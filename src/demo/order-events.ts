import { type Sql, sql } from "../sql/sql.ts";
import { utc } from "./clock.ts";
import { happens, more, moreText, type Told, textOf, unfold, where } from "./event.ts";

const order = textOf("order_id", sql`order_id`);
const claim = moreText("claim_id", sql`concat('k', substring(order_id, 2))`);
const carrier = moreText("carrier", sql`carrier`);
const technician = moreText("technician", sql`technician`);
const whyWhen = moreText("reason", sql`reason`);
const amount = (value: Sql) => more("amount", sql`toString(round(${value}, 2))`);
const hereBy = (named: Sql) =>
  moreText("here_by", sql`formatDateTime(toDateTime(${utc(named)}, 'UTC'), '%Y-%m-%dT%H:%i:%SZ')`);

export function orderEvents(orders: Sql, told: Told): Sql {
  return unfold(orders, sql`order_id`, [...ordering(), ...carrying(), ...replacing(), ...visiting()], told);
}

const ordering = () => [
  happens("quote.given", sql`t_quote`, "quote", [order, amount(sql`first_amount`)]),
  happens("quote.given", sql`t_second_quote`, "second-quote", [order, amount(sql`amount`)]),
  happens("order.placed", sql`t_placed`, "placed", [
    order,
    more("total", sql`toString(amount)`),
    where(sql`reason != ''`, whyWhen),
    moreText("region", sql`region`),
    moreText("machine", sql`machine`),
    where(sql`promised`, moreText("promised_for", sql`toString(toDate(toUInt16(promised_day)))`)),
    where(sql`takes_old_known`, more("takes_old", sql`if(takes_old, 'true', 'false')`)),
  ]),
  happens("order.cancelled", sql`t_cancelled`, "cancelled", [
    order,
    where(sql`damaged`, claim),
    moreText("why", sql`multiIf(damaged, 'damaged', cancels_early, 'changed my mind', 'waited too long')`),
  ]),
  happens("refund.paid", sql`t_refunded`, "refund", [order, amount(sql`amount`)]),
];

const carrying = () => [
  happens("machine.tested", sql`t_tested`, "tested", [order]),
  happens("parcel.shipped", sql`t_shipped`, "shipped", [order, carrier]),
  happens("parcel.delivered", sql`t_delivered`, "delivered", [order, carrier]),
  happens("old-machine.collected", sql`t_old_collected`, "old", [order]),
  happens("parcel.damaged", sql`t_damaged`, "damaged", [order, carrier]),
  happens("customer.told", sql`t_told`, "told", [
    order,
    moreText("channel", sql`if(cityHash64(order_id) % 3 = 0, 'phone', 'text message')`),
  ]),
];

const replacing = () => [
  happens("claim.opened", sql`t_claim`, "claim", [order, claim, where(sql`reason != ''`, whyWhen)]),
  happens("broken.collected", sql`t_collected`, "broken-collected", [order, claim, carrier]),
  happens("broken.inspected", sql`t_inspected`, "broken-inspected", [order, claim]),
  happens("replacement.shipped", sql`t_sent_again`, "replacement-shipped", [order, claim, carrier]),
  happens("replacement.delivered", sql`t_again`, "replacement-delivered", [order, claim, carrier]),
];

const visiting = () => [
  happens("installation.booked", sql`t_booked`, "booked", [order, hereBy(sql`t_here_by`)]),
  happens("installation.moved", sql`t_moved`, "moved", [order]),
  happens("installation.booked", sql`t_booked_again`, "booked-again", [order, hereBy(sql`t_named`)]),
  happens("installation.started", sql`t_started`, "started", [order, technician]),
  happens("installation.completed", sql`t_done`, "completed", [order, technician]),
  happens("invoice.sent", sql`t_invoice`, "invoice", [order, amount(sql`amount + overcharged_by`), technician]),
  happens("care.called", sql`t_called`, "care-call", [order]),
  happens("review.given", sql`t_review`, "review", [
    order,
    more("stars", sql`toString(stars)`),
    where(sql`not wordless`, moreText("comment", sql`comment`)),
    where(sql`answers_again`, more("would_again", sql`if(would_again, 'true', 'false')`)),
  ]),
];
