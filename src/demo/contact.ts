import { commas, digits, number, type Sql, sql, text } from "../sql/sql.ts";
import { afterOfficeTime, calendars, DAY, daytime, HOUR } from "./clock.ts";
import { type Draws, draws } from "./draw.ts";
import { happens, moreText, type Told, textOf, unfold } from "./event.ts";
import { type Columns, stages } from "./stage.ts";
import { truth } from "./truth.ts";

/** Who calls, why, and whether once was enough: one row for each ticket. */
export function contactPlan(seed: number, orders: Sql): Sql {
  const tickets = sql`select customer, order_id, key, ticket.1 as nth_ticket, ticket.2 as topic, ticket.3 as t_opened
    from (${stages(orders, ...called(draws(seed, sql`key`)))})
    array join arrayFilter(one -> one.3 > 0, tickets) as ticket`;
  return stages(tickets, calendars(), ...solved(draws(seed, sql`key, nth_ticket`)));
}

/** Those who wait ask where it is, those with a dent ask about it, a few ask how to; some must ask twice. */
function called(draw: Draws): readonly Columns[] {
  const { contacts } = truth;
  const morning = (about: string) => draw.between(`${about} in the morning`, 0, 3 * HOUR);
  return [
    {
      t_wonders: sql`t_expected + ${draw.between("wonders", HOUR, 12 * HOUR)}`,
      t_how: sql`t_done + ${draw.between("how to", DAY, 20 * DAY)}`,
      wonders: sql`let_down and t_shipped > 0 and ${draw.chance("wonders", number(contacts.whereIsIt))}`,
      needs_help: sql`t_done > 0 and ${draw.chance("how to", number(contacts.howTo))}`,
    },
    {
      t_where_drawn: sql`if(wonders, ${daytime(sql`t_wonders`, morning("wonders"))}, 0)`,
      t_how_to: sql`if(needs_help, ${daytime(sql`t_how`, morning("how to"))}, 0)`,
    },
    {
      /** Who has it by then, or wants it no more, does not ask where it is. */
      t_where: sql`if(t_done > 0 and t_done < t_where_drawn or t_cancelled > 0 and t_cancelled < t_where_drawn, 0, t_where_drawn)`,
    },
    {
      t_where_again: secondCall(draw, "where", sql`t_where`, contacts.againWhenLetDown),
      t_damage_again: secondCall(draw, "damage", sql`t_asks`, contacts.again),
      t_how_to_again: secondCall(draw, "how to", sql`t_how_to`, contacts.again),
    },
    {
      tickets: sql`[${commas([
        ticket(1, "where is it", sql`t_where`),
        ticket(2, "where is it", sql`t_where_again`),
        ticket(3, "damage", sql`t_asks`),
        ticket(4, "damage", sql`t_damage_again`),
        ticket(5, "how to", sql`t_how_to`),
        ticket(6, "how to", sql`t_how_to_again`),
      ])}]`,
    },
  ];
}

const ticket = (nth: number, topic: string, time: Sql): Sql =>
  sql`tuple(${digits(nth)}, ${text(topic)}, toInt64(${time}))`;

function secondCall(draw: Draws, about: string, first: Sql, share: number): Sql {
  const later = sql`(${first} + ${draw.between(`${about} again after`, 20 * HOUR, 6 * DAY)})`;
  return sql`if(${first} > 0 and ${draw.chance(`${about} again`, number(share))},
    ${daytime(later, draw.between(`${about} again in the morning`, 0, 3 * HOUR))}, 0)`;
}

function solved(draw: Draws): readonly Columns[] {
  const { contacts } = truth;
  const work = (about: string) => draw.lognormal(about, contacts.medianOfficeHours * HOUR, contacts.sigma);
  return [
    {
      ticket_id: sql`concat('t', substring(order_id, 2), '-', toString(nth_ticket))`,
      t_first_solved: sql`if(${draw.chance("unsolved", number(contacts.unsolved))}, 0,
        ${afterOfficeTime(sql`t_opened`, work("solving"))})`,
      channel: draw.pick("channel", { phone: 0.5, chat: 0.3, mail: 0.2 }),
    },
    {
      t_reopened: sql`if(t_first_solved > 0 and ${draw.chance("reopened", number(contacts.reopened))},
        t_first_solved + ${draw.between("reopened after", 4 * HOUR, 60 * HOUR)}, 0)`,
    },
    {
      t_solved_again: sql`if(t_reopened > 0 and ${draw.chance("solved again", number(contacts.solvedAgain))},
        ${afterOfficeTime(sql`t_reopened`, work("solving again"))}, 0)`,
    },
  ];
}

export function contactEvents(contacts: Sql, told: Told): Sql {
  const ticket = textOf("ticket_id", sql`ticket_id`);
  const opened = [
    ticket,
    moreText("order_id", sql`order_id`),
    moreText("topic", sql`topic`),
    moreText("channel", sql`channel`),
  ];
  return unfold(
    contacts,
    sql`ticket_id`,
    [
      happens("contact.opened", sql`t_opened`, "opened", opened),
      happens("contact.solved", sql`t_first_solved`, "solved", [ticket]),
      happens("contact.reopened", sql`t_reopened`, "reopened", [ticket]),
      happens("contact.solved", sql`t_solved_again`, "solved-again", [ticket]),
    ],
    told,
  );
}
