import { digits, number, sql } from "../sql/sql.ts";
import { at, DAY, day, HOUR, MINUTE, streetDay, timeOfDay } from "./clock.ts";
import type { Draws } from "./draw.ts";
import { extraDayChance, isPolar, transitDays } from "./order.ts";
import { inBlackWeek, inStrike, isFriday, perText } from "./season.ts";
import type { Columns } from "./stage.ts";
import { truth } from "./truth.ts";

/** From the click to the door: the stockroom packs, the van drives, some give up, a few parcels are never seen again. */
export function delivered(draw: Draws): readonly Columns[] {
  return [...packed(draw), ...driven(draw), ...givenUp(draw), ...arrived(draw)];
}

function packed(draw: Draws): readonly Columns[] {
  const { stockroom, untested } = truth;
  const outOfStock = sql`if(${inBlackWeek(sql`t_placed`)}, ${number(stockroom.outOfStockBlackWeek)}, ${number(stockroom.outOfStock)})`;
  return [
    {
      out_of_stock: draw.chance("out of stock", outOfStock),
      out_of_stock_days: sql`${digits(stockroom.least)} + ${draw.index("out of stock days", stockroom.outOfStockDays)}`,
    },
    {
      usual_ship_day: streetDay(sql`${day(sql`t_placed`)}
        + if(${timeOfDay(sql`t_placed`)} < ${digits(stockroom.sameDayBefore * HOUR)}, 0, 1)`),
    },
    {
      ship_day: sql`if(out_of_stock, ${streetDay(sql`usual_ship_day + out_of_stock_days`)}, usual_ship_day)`,
      promised_day: streetDay(sql`usual_ship_day + ${transitDays()}`),
    },
    {
      t_ship: sql`if(ship_day = ${day(sql`t_placed`)},
        ${at(sql`ship_day`, draw.between("ships in the afternoon", 15 * HOUR, 19 * HOUR))},
        ${at(sql`ship_day`, draw.between("ships in the morning", 6 * HOUR, 11 * HOUR))})`,
      untested: draw.chance(
        "untested",
        sql`if(${isFriday(sql`ship_day`)}, ${number(untested.friday)}, ${number(untested.other)})`,
      ),
      tested_too_late: draw.chance("tested too late", number(truth.testedTooLate)),
    },
    {
      t_test: sql`multiIf(untested, 0, tested_too_late, t_ship + ${draw.between("test after", HOUR, 6 * HOUR)},
        t_ship - ${draw.between("test before", 20 * MINUTE, 90 * MINUTE)})`,
    },
  ];
}

function driven(draw: Draws): readonly Columns[] {
  const { strike } = truth;
  const slower = sql`${extraDayChance()} + if(${isFriday(sql`ship_day`)}, ${number(truth.extraDayFriday)}, 0)`;
  return [
    {
      on_strike: sql`${isPolar} and ${inStrike(sql`ship_day`)}`,
      extra_days: sql`if(${draw.chance("extra day", slower)}, 1 + ${draw.index("extra days", truth.extraDays)}, 0)`,
      strike_days: sql`${digits(strike.least)} + ${draw.index("strike days", strike.extraDays)}`,
    },
    {
      deliver_day: streetDay(sql`ship_day + ${transitDays()} + extra_days + if(on_strike, strike_days, 0)`),
      promised: sql`not ${draw.chance("no promised date", number(truth.withoutPromisedDate))}`,
    },
    { t_arrives: at(sql`deliver_day`, draw.between("delivered", 8 * HOUR, 19 * HOUR)) },
  ];
}

function givenUp(draw: Draws): readonly Columns[] {
  const { cancelled } = truth;
  const waits = sql`t_arrives > t_placed + ${digits(cancelled.waitingFromDay * DAY)}`;
  return [
    {
      lost: draw.chance("lost", number(truth.lost)),
      cancels_early: draw.chance("cancels early", number(cancelled.early)),
      cancels_waiting: sql`${waits} and ${draw.chance("cancels waiting", number(cancelled.waiting))}`,
      cancels_lost: draw.chance("cancels lost", number(cancelled.lost)),
    },
    {
      t_gives_up: sql`multiIf(
        cancels_early, t_placed + toInt64((t_ship - t_placed) * (0.1 + 0.8 * ${draw.uniform("early")})),
        cancels_waiting, t_arrives - ${draw.between("waiting", 3 * HOUR, 20 * HOUR)},
        lost and cancels_lost, t_placed + ${draw.between("lost until", 8 * DAY, 20 * DAY)}, 0)`,
    },
  ];
}

/** A parcel that left is delivered unless it is lost or nobody wants it any more. */
function arrived(draw: Draws): readonly Columns[] {
  return [
    {
      t_shipped: sql`if(t_gives_up > 0 and t_gives_up < t_ship, 0, t_ship)`,
      t_delivered: sql`if(t_gives_up > 0 or lost, 0, t_arrives)`,
    },
    {
      t_tested: sql`if(t_shipped = 0 or t_test = 0, 0, t_test)`,
      damaged: sql`t_delivered > 0 and ${draw.chance("damaged", perText(sql`carrier`, truth.damaged))}`,
      old_collected: draw.index("old machine", [
        truth.oldMachine.withTheVan,
        truth.oldMachine.later,
        1 - truth.oldMachine.withTheVan - truth.oldMachine.later,
      ]),
      old_later: draw.between("old machine later", 3 * DAY, 10 * DAY),
    },
    {
      t_old_collected: sql`if(t_delivered > 0 and takes_old,
        multiIf(old_collected = 0, t_delivered + 300, old_collected = 1, t_delivered + old_later, 0), 0)`,
    },
  ];
}
