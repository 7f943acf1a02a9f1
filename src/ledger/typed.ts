import type { PropertyType } from "../language/experience.ts";
import { literal } from "../sql/literal.ts";
import { type Sql, sql } from "../sql/sql.ts";
import { dateOf, momentOf, storedMoment } from "./moment.ts";

/** The type of the column that a property of this type gets in the ledger. */
export const columnType: Readonly<Record<PropertyType, string>> = {
  text: "Nullable(String)",
  number: "Nullable(Float64)",
  whole: "Nullable(Int64)",
  "yes-no": "Nullable(Bool)",
  moment: "Nullable(DateTime64(3, 'UTC'))",
  date: "Nullable(Date32)",
  duration: "Nullable(Float64)",
};

/**
 * What a text means as a value of a type; null where it means none. `value` is a Nullable(String).
 * Made of literals alone, so that it can stand in the definition of a column.
 */
export function readAs(type: PropertyType, value: Sql, zone: string): Sql {
  const reading = { zone, put: literal };
  switch (type) {
    case "text":
      return value;
    case "number":
      return numberOf(value);
    case "whole":
      return sql`ifNull(toInt64OrNull(trimBoth(${value})), accurateCastOrNull(${numberOf(value)}, 'Int64'))`;
    case "yes-no":
      return sql`multiIf(lower(trimBoth(${value})) IN ('true', 'yes', 'y', '1'), true, lower(trimBoth(${value})) IN ('false', 'no', 'n', '0'), false, NULL)`;
    case "moment":
      return storedMoment(momentOf(value, reading));
    case "date":
      return dateOf(value, reading);
    case "duration":
      return durationOf(value);
  }
}

function numberOf(value: Sql): Sql {
  const number = sql`toFloat64OrNull(trimBoth(${value}))`;
  return sql`if(isFinite(${number}), ${number}, NULL)`;
}

const PART = "[0-9]+(?:[.][0-9]+)?";
const ISO = `^p(?:${PART}w)?(?:${PART}d)?(?:t(?:${PART}h)?(?:${PART}m)?(?:${PART}s)?)?$`;
const UNITS = "(?:weeks?|w|days?|d|hours?|h|minutes?|mins?|m|seconds?|secs?|s)";
const WORDS = `^(?:${PART} ?${UNITS},? *)+$`;
const CLOCK = "^[0-9]+:[0-5][0-9]:[0-5][0-9](?:[.][0-9]+)?$";

/** Seconds: from a number, `PT3H20M`, `3 hours 20 minutes` or `3:20:00`. Months have no length in seconds. */
function durationOf(value: Sql): Sql {
  const plain = sql`lower(trimBoth(ifNull(${value}, '')))`;
  const parts = sql`extractAllGroupsHorizontal(${plain}, ${literal(`(${PART}) ?([wdhms])`)})`;
  const seconds = sql`transform(unit, ['w', 'd', 'h', 'm', 's'], [604800., 86400., 3600., 60., 1.], 0.)`;
  const clock = sql`splitByChar(':', ${plain})`;
  return sql`multiIf(
    isFinite(toFloat64OrNull(${plain})), toFloat64OrNull(${plain}),
    match(${plain}, ${literal(ISO)}) AND match(${plain}, '[0-9]') OR match(${plain}, ${literal(WORDS)}),
      arraySum((count, unit) -> toFloat64OrZero(count) * ${seconds}, ${parts}[1], ${parts}[2]),
    match(${plain}, ${literal(CLOCK)}),
      toFloat64OrZero(${clock}[1]) * 3600 + toFloat64OrZero(${clock}[2]) * 60 + toFloat64OrZero(${clock}[3]),
    NULL)`;
}
