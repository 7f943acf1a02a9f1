import { digits, number, type Sql, sql } from "../sql/sql.ts";
import { at, calendars, DAY, day, endSecond, HOUR, streetDay } from "./clock.ts";
import { type Draws, draws } from "./draw.ts";
import { happens, more, moreText, type Told, textOf, unfold } from "./event.ts";
import { hourOfDay, perText } from "./season.ts";
import { type Columns, stages } from "./stage.ts";
import { truth } from "./truth.ts";

const { purchases } = truth;

/**
 * How each customer buys afterwards: at a rate of their own, until they go for good. `first_if_kept` and
 * `first_if_let_down` are the two lives of which each customer leads one: seconds from `t_buys_from` to the next purchase.
 */
export function loyal(draw: Draws): readonly Columns[] {
  const usualGap = DAY * purchases.meanDaysBetween * purchases.shape;
  const pace = sql`${draw.gamma("rate", purchases.shape)} * ${perText(sql`reason`, purchases.occasions)}`;
  return [
    {
      gap: sql`${number(usualGap)} / greatest(${pace}, 1e-6)`,
      leaves: sql`1 - pow(1 - ${draw.uniform("leaves")}, ${number(1 / purchases.leaves.b)})`,
      first_wait: draw.exponential("wait", sql`toUInt16(1)`),
      t_buys_from: sql`t_placed + ${digits(purchases.fromDay * DAY)}`,
    },
    {
      own_gap: sql`if(let_down, gap / ${number(purchases.letDown)}, gap)`,
      stays_for: sql`1 + floor(log(1 - ${draw.uniform("stays")}) / log(1 - least(leaves, 0.999999)))`,
      first_if_kept: sql`first_wait * gap`,
      first_if_let_down: sql`first_wait * gap / ${number(purchases.letDown)}`,
    },
  ];
}

/** One row for each purchase of supplies, in the order of time. */
export function supplyPlan(seed: number, orders: Sql): Sql {
  const draw = draws(seed, sql`key`);
  const numbered = stages(sql`select * from (${orders}) where t_done > 0 and nth = 1`, {
    times: sql`arrayCumSum(arrayMap(nth -> ${draw.exponential("wait", sql`toUInt16(nth)`)} * own_gap,
      range(1, 1 + toUInt32(least(${digits(purchases.most)}, stays_for)))))`,
  });
  const bought = sql`select customer, order_id, key, t_done, purchase.1 as nth_purchase, purchase.2 as t_bought
    from (${numbered})
    array join arrayFilter(one -> one.2 < ${digits(endSecond)},
      arrayMap((wait, nth) -> tuple(nth, t_buys_from + toInt64(least(wait, 1e9))), times, arrayEnumerate(times))) as purchase`;
  return stages(bought, calendars(), ...sent(draws(seed, sql`key, nth_purchase`), draw));
}

function sent(draw: Draws, customer: Draws): readonly Columns[] {
  const { spend } = purchases;
  return [
    {
      supplies_id: sql`concat('s', substring(order_id, 2), '-', toString(nth_purchase))`,
      t_supplies: at(
        day(sql`t_bought`),
        sql`${hourOfDay(draw, "supplies hour")} * 3600 + ${draw.between("supplies second", 0, HOUR)}`,
      ),
      item: draw.pick("item", purchases.items),
      spent: sql`round(${draw.gamma("spend", spend.p)} / (${customer.gamma("spends", spend.q)} / ${number(spend.gamma)}), 2)`,
      days_out: draw.pick("supplies days", purchases.delivery),
    },
    { supplies_day: streetDay(sql`${day(sql`t_supplies`)} + toInt64OrZero(days_out)`) },
    {
      t_supplied: sql`if(days_out = 'never', 0, ${at(sql`supplies_day`, draw.between("supplied", 9 * HOUR, 19 * HOUR))})`,
    },
  ];
}

/** Nobody buys detergent for a machine that is not there yet. */
export function supplyEvents(supplies: Sql, told: Told): Sql {
  const id = textOf("supplies_id", sql`supplies_id`);
  return unfold(
    sql`select * from (${supplies}) where t_supplies > t_done`,
    sql`supplies_id`,
    [
      happens("supplies.ordered", sql`t_supplies`, "ordered", [
        id,
        more("total", sql`toString(spent)`),
        moreText("item", sql`item`),
      ]),
      happens("supplies.delivered", sql`t_supplied`, "delivered", [id]),
    ],
    told,
  );
}
