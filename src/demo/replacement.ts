import { digits, number, sql } from "../sql/sql.ts";
import { afterOfficeTime, at, day, daytime, HOUR, MINUTE, officeDay, streetDay } from "./clock.ts";
import type { Draws } from "./draw.ts";
import { transitDays } from "./order.ts";
import type { Columns } from "./stage.ts";
import { truth } from "./truth.ts";

/** A damaged machine: somebody should say so, and the new one may not leave before the broken one is back. */
export function replaced(draw: Draws): readonly Columns[] {
  return [...told(draw), ...sentBack(draw), ...sentAgain(draw)];
}

function told(draw: Draws): readonly Columns[] {
  const { told } = truth;
  return [
    { t_damaged: sql`if(damaged, t_delivered + ${draw.between("damage", 10 * MINUTE, 150 * MINUTE)}, 0)` },
    {
      told_after: sql`${draw.lognormal("told", told.medianOfficeHours * HOUR, told.sigma)}`,
      never_told: draw.chance("never told", number(told.never)),
      asks: draw.chance("asks about damage", number(told.asks)),
      t_asks_drawn: sql`t_damaged + ${draw.between("asks", 30 * MINUTE, 30 * HOUR)}`,
      claim_after: draw.between("claim", HOUR, truth.replacement.claimOfficeHours * HOUR),
      withdraws: draw.chance("withdraws", number(truth.cancelled.damaged)),
    },
    {
      t_told: sql`if(damaged and not never_told, ${afterOfficeTime(sql`t_damaged`, sql`told_after`)}, 0)`,
      t_asks: sql`if(damaged and asks, ${daytime(sql`t_asks_drawn`, draw.between("asks in the morning", 0, 2 * HOUR))}, 0)`,
      t_claim: sql`if(damaged, ${afterOfficeTime(sql`t_damaged`, sql`claim_after`)}, 0)`,
    },
    {
      t_withdrawn: sql`if(damaged and withdraws, t_claim + ${draw.between("withdrawn", HOUR, 20 * HOUR)}, 0)`,
    },
    {
      replacing: sql`damaged and not withdraws`,
      t_cancelled: sql`if(t_gives_up > 0, t_gives_up, t_withdrawn)`,
      refund_days: draw.pick("refund", truth.refundOfficeDays),
    },
    {
      t_refunded: sql`if(t_cancelled = 0 or refund_days = 'never', 0,
        ${at(officeDay(day(sql`t_cancelled`), sql`toInt64OrZero(refund_days)`), draw.between("refund at", 9 * HOUR, 11 * HOUR))})`,
    },
  ];
}

const officeDays = (draw: Draws, about: string, weights: Readonly<Record<string, number>>) =>
  sql`toInt64(${draw.pick(about, weights)})`;

function sentBack(draw: Draws): readonly Columns[] {
  const { collected, inspected } = truth.replacement;
  return [
    { collect_day: officeDay(day(sql`t_claim`), officeDays(draw, "collected", collected)) },
    { inspect_day: officeDay(sql`collect_day`, officeDays(draw, "inspected", inspected)) },
    {
      t_collected: sql`if(replacing, ${at(sql`collect_day`, draw.between("collected at", 8 * HOUR, 18 * HOUR))}, 0)`,
      t_inspected: sql`if(replacing, ${at(sql`inspect_day`, draw.between("inspected at", 8 * HOUR, 15 * HOUR))}, 0)`,
    },
  ];
}

function sentAgain(draw: Draws): readonly Columns[] {
  return [
    { leaves_same_day: draw.chance("leaves same day", number(truth.replacement.leavesSameDay)) },
    {
      t_sent_again: sql`if(replacing, if(leaves_same_day, t_inspected + ${draw.between("sent again after", HOUR, 3 * HOUR)},
        ${at(officeDay(sql`inspect_day`, digits(1)), draw.between("sent again at", 7 * HOUR, 12 * HOUR))}), 0)`,
    },
    {
      again_day: streetDay(sql`${day(sql`t_sent_again`)} + ${transitDays()} + ${draw.index("again days", [0.7, 0.3])}`),
    },
    { t_again: sql`if(replacing, ${at(sql`again_day`, draw.between("again", 8 * HOUR, 19 * HOUR))}, 0)` },
    { t_whole: sql`multiIf(t_delivered = 0, 0, replacing, t_again, damaged, 0, t_delivered)` },
  ];
}
