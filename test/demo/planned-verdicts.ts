import { afterOfficeDays, afterOfficeTime, calendars, DAY, endSecond } from "../../src/demo/clock.ts";
import { contactPlan } from "../../src/demo/contact.ts";
import { type Columns, stages } from "../../src/demo/stage.ts";
import { supplyPlan } from "../../src/demo/supplies.ts";
import { digits, join, type Sql, sql, text } from "../../src/sql/sql.ts";

/**
 * How often each promise must come out kept, late, missed … at the end of the demo year: read from what the generator
 * planned (`demo_orders`), not from the events. One row (promise, verdict, n) each.
 */
export function plannedVerdicts(seed: number): Sql {
  const orders = seen(sql`select * from demo_orders where t_placed < ${END}`);
  const contacts = contactPlan(seed, sql`select * from demo_orders`);
  const supplies = sql`select * from (${supplyPlan(seed, sql`select * from demo_orders`)}) where t_supplies > t_done`;
  const all = [
    ...ofTheOrder(orders),
    ...ofTheVisit(orders),
    ...ofTheDamage(orders),
    ...afterwards(orders),
    ...ofContacts(contacts),
    detergent(supplies),
  ];
  return sql`select promise, verdict, toUInt32(count()) as n from (${join(all, sql` union all `)})
    group by promise, verdict order by promise, verdict`;
}

const END = digits(endSecond);

/** What lies after the end of the year has not happened. */
const happened = (time: Sql): Sql => sql`if(${time} < ${END}, ${time}, 0)`;

const TIMES = [
  sql`t_cancelled`,
  sql`t_shipped`,
  sql`t_tested`,
  sql`t_delivered`,
  sql`t_damaged`,
  sql`t_told`,
  sql`t_asks`,
  sql`t_claim`,
  sql`t_again`,
  sql`t_old_collected`,
  sql`t_booked`,
  sql`t_moved`,
  sql`t_booked_again`,
  sql`t_started`,
  sql`t_done`,
  sql`t_invoice`,
  sql`t_called`,
  sql`t_refunded`,
];

function seen(orders: Sql): Sql {
  const replaced = join(
    TIMES.map((time) => sql`${happened(time)} as ${time}`),
    sql`, `,
  );
  return stages(sql`select * replace (${replaced}) from (${orders})`, calendars());
}

interface Asking {
  readonly promise: string;
  readonly from: Sql;
  readonly asked: Sql;
  readonly verdict: Sql;
}

const counted = ({ promise, from, asked, verdict }: Asking): Sql =>
  sql`select ${text(promise)} as promise, ${verdict} as verdict from (${from}) where ${asked}`;

/** A promise of time: kept until `due` inclusive. */
function timed(answer: Sql, due: Sql, cancelled: Sql = sql`0`): Sql {
  return sql`multiIf(
    ${cancelled} > 0 and (${answer} = 0 or ${cancelled} < ${answer}) and ${cancelled} <= ${due}, 'excused',
    ${answer} > 0 and ${answer} <= ${due}, 'kept', ${answer} > 0, 'late', ${END} > ${due}, 'missed', 'open')`;
}

function ofTheOrder(from: Sql): readonly Sql[] {
  return [
    counted({
      promise: "washing-within-a-week",
      from,
      asked: sql`true`,
      verdict: timed(sql`t_done`, sql`t_expected`, sql`t_cancelled`),
    }),
    counted({
      promise: "arrives-on-the-day",
      from,
      asked: sql`true`,
      verdict: sql`if(promised, ${timed(sql`t_delivered`, sql`((promised_day + 1) * 86400 - 1)`, sql`t_cancelled`)}, 'unpromised')`,
    }),
    counted({
      promise: "tested-before-it-leaves",
      from,
      asked: sql`t_shipped > 0`,
      verdict: sql`if(t_tested > 0 and t_tested <= t_shipped, 'kept', 'missed')`,
    }),
    counted({
      promise: "old-machine-goes",
      from,
      asked: sql`takes_old and takes_old_known`,
      verdict: sql`multiIf(t_cancelled > 0 and (t_old_collected = 0 or t_cancelled < t_old_collected), 'excused',
        t_old_collected > 0, 'kept', t_done > 0, 'missed', 'open')`,
    }),
  ];
}

function ofTheVisit(from: Sql): readonly Sql[] {
  return [
    counted({
      promise: "electrician-when-named",
      from,
      asked: sql`t_booked > 0`,
      verdict: sql`if(t_moved > 0, 'missed', ${timed(sql`t_started`, sql`t_here_by`)})`,
    }),
    counted({
      promise: "electrician-when-named",
      from,
      asked: sql`t_booked_again > 0`,
      verdict: timed(sql`t_started`, sql`t_named`),
    }),
  ];
}

function ofTheDamage(from: Sql): readonly Sql[] {
  const asks = sql`t_asks > 0 and (t_told = 0 or t_asks < t_told)`;
  return [
    counted({
      promise: "arrives-whole",
      from,
      asked: sql`t_shipped > 0`,
      verdict: sql`multiIf(t_damaged > 0 and t_damaged <= t_shipped + ${digits(14 * DAY)}, 'missed',
        ${END} > t_shipped + ${digits(14 * DAY)}, 'kept', 'open')`,
    }),
    counted({
      promise: "told-before-you-ask",
      from,
      asked: sql`t_damaged > 0`,
      verdict: sql`if(${asks}, 'missed', ${timed(sql`t_told`, afterOfficeTime(sql`t_damaged`, sql`14400`))})`,
    }),
    counted({
      promise: "replaced-within-a-week",
      from,
      asked: sql`t_claim > 0`,
      verdict: timed(sql`t_again`, sql`(t_claim + 86400 * if(reason = 'broken', 5, 7))`, sql`t_cancelled`),
    }),
  ];
}

function afterwards(from: Sql): readonly Sql[] {
  return [
    counted({
      promise: "price-as-quoted",
      from,
      asked: sql`t_invoice > 0`,
      verdict: sql`multiIf(not quoted, 'unmeasured', overcharged_by > 0, 'missed', 'kept')`,
    }),
    counted({
      promise: "somebody-asks",
      from,
      asked: sql`t_done > 0`,
      verdict: sql`multiIf(t_called > 0 and t_called <= t_done + ${digits(21 * DAY)}, 'kept',
        ${END} > t_done + ${digits(21 * DAY)}, 'missed', 'open')`,
    }),
    counted({
      promise: "money-back-in-a-week",
      from,
      asked: sql`t_cancelled > 0`,
      verdict: timed(sql`t_refunded`, afterOfficeDays(sql`t_cancelled`, 5)),
    }),
  ];
}

function ofContacts(contacts: Sql): readonly Sql[] {
  const solving: Columns = {
    solved: sql`if(t_reopened > 0 and t_reopened < ${END}, ${happened(sql`t_solved_again`)}, ${happened(sql`t_first_solved`)})`,
    due: afterOfficeDays(sql`t_opened`, 2),
  };
  const opened = sql`select * from (${contacts}) where t_opened < ${END}`;
  const calls = sql`select customer, t_opened, groupArray(t_opened) over (partition by customer) as calls from (${opened})`;
  return [
    counted({
      promise: "solved-for-good",
      from: stages(opened, solving),
      asked: sql`true`,
      verdict: timed(sql`solved`, sql`due`),
    }),
    counted({
      promise: "one-call-is-enough",
      from: calls,
      asked: sql`true`,
      verdict: sql`multiIf(arrayCount(call -> call >= t_opened and call <= t_opened + ${digits(7 * DAY)}, calls) > 1, 'missed',
        ${END} > t_opened + ${digits(7 * DAY)}, 'kept', 'open')`,
    }),
  ];
}

function detergent(supplies: Sql): Sql {
  const supplied = happened(sql`t_supplied`);
  return counted({
    promise: "detergent-before-it-runs-out",
    from: stages(supplies, { supplied }),
    asked: sql`t_supplies < ${END}`,
    verdict: timed(sql`supplied`, sql`(t_supplies + ${digits(3 * DAY)})`),
  });
}
