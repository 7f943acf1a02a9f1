import { digits, number, sql, text } from "../sql/sql.ts";
import { at, day, HOUR, MINUTE, officeDay, weekday } from "./clock.ts";
import type { Draws } from "./draw.ts";
import { isFriday, isJuly } from "./season.ts";
import type { Columns } from "./stage.ts";
import { truth } from "./truth.ts";

/** The electrician: works in office hours, is booked out on Fridays, moves some visits, comes late to others. */
export function installed(draw: Draws): readonly Columns[] {
  return [...booked(draw), ...visited(draw), ...finished(draw)];
}

function booked(draw: Draws): readonly Columns[] {
  const { electrician } = truth;
  return [
    {
      needs_electrician: sql`t_whole > 0 and not ${draw.chance("fits it himself", number(electrician.fitsItHimself))}`,
      t_books: sql`t_whole + ${draw.between("booked", 10 * MINUTE, 90 * MINUTE)}`,
    },
    { first_free: officeDay(day(sql`t_books`), digits(1)) },
    {
      booked_out: draw.chance(
        "booked out",
        sql`multiIf(${isFriday(sql`first_free`)}, ${number(electrician.bookedOutFriday)},
          ${isJuly(sql`first_free`)}, ${number(electrician.bookedOutJuly)}, ${number(electrician.bookedOutOther)})`,
      ),
      here_by_hour: sql`toInt64(${draw.pick("here by", electrician.hereBy)})`,
      new_hour: sql`toInt64(${draw.pick("new here by", electrician.hereBy)})`,
      moves: draw.chance("moved", number(electrician.moved)),
    },
    { first_visit: sql`if(booked_out, ${officeDay(sql`first_free`, digits(1))}, first_free)` },
    {
      t_booked: sql`if(needs_electrician, t_books, 0)`,
      t_here_by: at(sql`first_visit`, sql`here_by_hour * 3600`),
      t_moved: sql`if(needs_electrician and moves, ${at(sql`first_visit`, draw.between("moves at", 6.5 * HOUR, 8 * HOUR))}, 0)`,
      visit_day: sql`if(moves, ${officeDay(sql`first_visit`, digits(2))}, first_visit)`,
      visit_hour: sql`if(moves, new_hour, here_by_hour)`,
    },
    {
      t_booked_again: sql`if(t_moved > 0, t_moved + ${draw.between("booked again", MINUTE, 20 * MINUTE)}, 0)`,
      t_named: at(sql`visit_day`, sql`visit_hour * 3600`),
    },
  ];
}

/** Late by `longest` × uniform^`shape` hours; some come only on the next working morning. */
function visited(draw: Draws): readonly Columns[] {
  const { electrician } = truth;
  const late = sql`if(${weekday(sql`visit_day`)} = 1, ${number(electrician.lateMonday)}, ${number(electrician.lateOther)})`;
  return [
    {
      next_morning: draw.chance("next morning", number(electrician.nextMorning)),
      late: draw.chance("late", late),
      late_by: sql`toInt64(${number(electrician.longest * HOUR)} * pow(${draw.uniform("late by")}, ${number(electrician.shape)}))`,
    },
    {
      t_started: sql`multiIf(not needs_electrician, 0,
        next_morning, ${at(officeDay(sql`visit_day`, digits(1)), draw.between("in the morning", 8 * HOUR, 9.5 * HOUR))},
        late, t_named + greatest(late_by, 60), t_named - ${draw.between("in time", 0, 110 * MINUTE)})`,
    },
    {
      t_done: sql`if(t_started > 0, t_started + ${draw.between("takes", 40 * MINUTE, 150 * MINUTE)}, 0)`,
      hours_late: sql`if(t_started > 0, (t_started - t_named) / 3600, 0.)`,
      technician: draw.pick("technician", electrician.technicians),
    },
  ];
}

function finished(draw: Draws): readonly Columns[] {
  const { overcharged, careCall } = truth;
  return [
    {
      let_down: sql`t_done = 0 or t_done > t_expected`,
      t_invoice: sql`if(t_done > 0, t_done + ${draw.between("invoice", HOUR, 30 * HOUR)}, 0)`,
      overcharged_by: sql`multiIf(
        technician = ${text(overcharged.technician)} and ${draw.chance("travel", number(overcharged.chance))}, ${number(overcharged.by)},
        ${draw.chance("small print", number(overcharged.otherwise))}, ${number(overcharged.otherwiseBy)}, 0.)`,
      called: draw.chance("care call", number(careCall.share)),
      call_after: draw.between("care call after", 2, 9),
    },
    {
      t_called: sql`if(t_done > 0 and called,
        ${at(officeDay(day(sql`t_done`), sql`call_after`), draw.between("care call at", 9 * HOUR, 17 * HOUR))}, 0)`,
    },
  ];
}
