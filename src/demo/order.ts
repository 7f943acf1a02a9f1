import { digits, natural, number, type Sql, sql, text } from "../sql/sql.ts";
import { DAY, daytime, firstSecond, HOUR, MINUTE } from "./clock.ts";
import { type Draws, draws } from "./draw.ts";
import { buyingTime, perText } from "./season.ts";
import { type Columns, stages } from "./stage.ts";
import { truth } from "./truth.ts";

const regionWeights = Object.fromEntries(Object.entries(truth.regions).map(([region, one]) => [region, one.weight]));

export interface Buyers {
  readonly seed: number;
  /** Number of the first customer, from 0. */
  readonly from: number;
  readonly count: number;
  /** Digits of a customer's number. */
  readonly width: number;
}

/** Who buys, why, where and when. Some may come back for a second machine; whether they do, what happened decides. */
export function placed(buyers: Buyers): Sql {
  const { secondMachine } = truth;
  const customer = draws(buyers.seed, sql`number`);
  const rows = stages(
    sql`select number, nth, number * 2 + nth - 1 as key, leftPad(toString(number + 1), ${digits(buyers.width)}, '0') as digits
      from numbers(${natural(buyers.from)}, ${natural(buyers.count)})
      array join if(${customer.chance("second machine", number(secondMachine.kept))}, [1, 2], [1]) as nth`,
    {
      reason: sql`if(nth = 2, 'upgrade', ${customer.pick("reason", truth.reasons)})`,
      region: customer.pick("region", regionWeights),
      first_placed: buyingTime(customer),
      second_after: customer.between("second machine after", secondMachine.fromDay * DAY, secondMachine.toDay * DAY),
      in_the_morning: customer.between("second machine in the morning", 0, 3 * HOUR),
      only_if_kept: sql`nth = 2 and not ${customer.chance("second machine", number(secondMachine.letDown))}`,
    },
    {
      customer: sql`concat('c-', digits)`,
      order_id: sql`concat('o-', digits, if(nth = 2, '-2', ''))`,
      t_placed: sql`if(nth = 2, ${daytime(sql`(first_placed + second_after)`, sql`in_the_morning`)}, first_placed)`,
    },
  );
  return sql`select number, key, nth, customer, order_id, reason, region, t_placed, only_if_kept from (${rows})`;
}

/** What is bought, and what was said of the price beforehand. */
export function priced(draw: Draws): readonly Columns[] {
  const { quotes } = truth;
  return [
    {
      machine: draw.pick("machine", truth.machines),
      has_second_quote: draw.chance("second quote", number(quotes.second)),
      bargain: draw.chance("bargain", number(0.5)),
      quoted: sql`not ${draw.chance("no quote", number(quotes.missing))}`,
    },
    {
      first_amount: perText(sql`machine`, truth.prices),
      t_quote: sql`if(quoted, greatest(t_placed - ${draw.between("quote", 3 * MINUTE, 20 * HOUR)}, ${digits(firstSecond)}), 0)`,
    },
    {
      amount: sql`first_amount + if(has_second_quote, if(bargain, ${number(-quotes.bargain)}, ${number(quotes.extra)}), 0.)`,
      t_second_quote: sql`if(quoted and has_second_quote,
        t_placed - toInt64((t_placed - t_quote) * 0.5 * ${draw.uniform("second quote after")}), 0)`,
      carrier: sql`if(${draw.chance("carrier", polarShare())}, 'Polar Freight', 'Swift Van')`,
      takes_old: draw.chance("takes old", perText(sql`reason`, truth.takesOld)),
      takes_old_known: sql`not ${draw.chance("takes old unknown", number(truth.takesOldUnknown))}`,
      days_expected: sql`toInt64(${perText(sql`reason`, truth.expectedDays)})`,
    },
    { t_expected: sql`t_placed + days_expected * ${digits(DAY)}` },
  ];
}

const ofRegion = (field: "polar" | "transitDays" | "extraDay"): Sql =>
  perText(sql`region`, Object.fromEntries(Object.entries(truth.regions).map(([region, one]) => [region, one[field]])));
export const polarShare = (): Sql => ofRegion("polar");
export const transitDays = (): Sql => sql`toInt64(${ofRegion("transitDays")})`;
export const extraDayChance = (): Sql => ofRegion("extraDay");

export const isPolar = sql`carrier = ${text("Polar Freight")}`;
