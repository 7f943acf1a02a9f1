import { type Hole, name, onlyName, type Sql, sql } from "../sql/sql.ts";

/** How texts that stand for a time are read. */
export interface TimeReading {
  /** IANA name: where a text without an offset is meant. */
  readonly zone: string;
  /** Puts a text into the SQL: bound, or as a literal in the definition of a column. */
  readonly put: (value: string) => Hole;
  /** What 03/04/2020 means; undefined: it cannot be read. */
  readonly dates?: "day-first" | "month-first" | undefined;
  /** What a bare number counts since 1970; undefined: told by its size. */
  readonly unit?: EpochUnit | undefined;
}

export type EpochUnit = "s" | "ms" | "us" | "ns";

/** The times that a ledger holds: milliseconds of the years 1900 to 2299. */
export const FIRST_MOMENT = Date.UTC(1900, 0, 1);
export const LAST_MOMENT = Date.UTC(2300, 0, 1) - 1;

const DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const MONTH_NAME = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-zA-Z]{0,6}";
const CLOCK = "(?:(?:[01]?[0-9]|2[0-3])(?::?[0-5][0-9](?::?[0-5][0-9](?:[.][0-9]+)?)?)?|24:00(?::00(?:[.]0+)?)?)";
const OFFSET = "(?:Z|z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?|AM|PM|am|pm)";
const TIME = `(?:,?[T ]+${CLOCK} *${OFFSET}?)?`;

/** The shapes that are read as times. The engine alone would also read "10:00", "12" and "Jan 5", as of this year. */
export const SHAPES = {
  iso: `^ *[0-9]{4}[-/.]${MONTH}[-/.]${DAY}${TIME} *$`,
  compact: `^ *(?:19|20|21|22)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:T?[0-9]{6}|T[0-9]{4})? *Z? *$`,
  number: "^ *-?[0-9]{1,19}(?:[.][0-9]+)? *$",
  named: `^ *(?:[A-Za-z]{3,9},? +)?(?:${DAY}[- ]${MONTH_NAME}[-, ]+[0-9]{4}|${MONTH_NAME} ${DAY},? +[0-9]{4})${TIME} *$`,
  dayFirst: `^ *${DAY}[-/.]${MONTH}[-/.][0-9]{2}(?:[0-9]{2})?${TIME} *$`,
  monthFirst: `^ *${MONTH}[-/.]${DAY}[-/.][0-9]{2}(?:[0-9]{2})?${TIME} *$`,
} as const;

/**
 * Most times look so, and are told by this in a quarter of the time: a choice by "|" is what makes matching slow. It takes
 * the month and the day 00, which "iso" does not, and a 13th month and a 32nd day, which the engine does not read.
 */
const USUAL = "^[0-9]{4}-[01][0-9]-[0-3][0-9](?:[T ][01][0-9]:[0-5][0-9]:[0-5][0-9](?:[.][0-9]+)?Z?)?$";

/** A text as milliseconds since 1970 UTC; null where it is no time. Of any year: see FIRST_MOMENT and LAST_MOMENT. */
export function momentOf(text: Sql, reading: TimeReading): Sql {
  const { put, unit } = reading;
  return once("t", text, (value) => {
    const is = (...shapes: readonly string[]) => sql`match(${value}, ${put(shapes.join("|"))})`;
    const plain = unit === undefined ? is(SHAPES.iso, SHAPES.compact, SHAPES.named) : is(SHAPES.iso, SHAPES.named);
    const usual = sql`${is(USUAL)} * (position(${value}, '-00') = 0)`;
    const slashed = slashedOf(value, reading);
    return sql`if(${usual} OR ${plain}, ${localOf(value, "parseDateTime64BestEffortOrNull", reading)}, multiIf(
    ${is(SHAPES.number)}, ${epochOf(value, unit)},
    ${slashed === undefined ? sql`` : sql`${is(slashed.shape)}, ${slashed.read},`}
    NULL))`;
  });
}

/** A moment in milliseconds as the ledger holds it; null where it lies outside of its years. */
export const storedMoment = (moment: Sql): Sql =>
  once("m", moment, (ms) => sql`if(${isWithinLedger(ms)}, fromUnixTimestamp64Milli(${ms}, 'UTC'), NULL)`);

/** A text as a Date32: the day it names, or the day of its moment in the zone; null where it is none of 1900 to 2299. */
export function dateOf(text: Sql, reading: TimeReading): Sql {
  const { put, zone } = reading;
  const day = (ms: Hole, of: string) => sql`toDate32(fromUnixTimestamp64Milli(assumeNotNull(${ms}), ${put(of)}))`;
  return once("d", text, (value) =>
    once("w", momentOf(value, { ...reading, zone: "UTC" }), (written) => {
      const asWritten = day(written, "UTC");
      const inZone = once(
        "l",
        momentOf(value, reading),
        (there) => sql`if(${there} = ${written}, ${day(there, zone)}, ${asWritten})`,
      );
      return sql`if(${isWithinLedger(written)}, ${FIXED.has(zone) ? asWritten : inZone}, NULL)`;
    }),
  );
}

export const isWithinLedger = (ms: Hole): Sql => sql`ifNull(${ms} BETWEEN -2208988800000 AND 10413791999999, false)`;

/** A value that an expression uses several times, worked out and planned once: one that has a name already, under that. */
const once = (as: string, value: Sql, use: (it: Sql) => Sql): Sql =>
  onlyName(value) === undefined ? sql`arrayMap(${name(as)} -> ${use(sql`${name(as)}`)}, [${value}])[1]` : use(value);

type Parse = "parseDateTime64BestEffortOrNull" | "parseDateTime64BestEffortUSOrNull";

function slashedOf(value: Sql, reading: TimeReading): { readonly shape: string; readonly read: Sql } | undefined {
  switch (reading.dates) {
    case "day-first":
      return { shape: SHAPES.dayFirst, read: localOf(value, "parseDateTime64BestEffortOrNull", reading) };
    case "month-first":
      return { shape: SHAPES.monthFirst, read: localOf(value, "parseDateTime64BestEffortUSOrNull", reading) };
    case undefined:
      return undefined;
  }
}

/**
 * The engine moves a time of day that the clocks skip to before the gap; we move it to after it, so that a date
 * stays that date where the clocks change at midnight. A text with an offset is the same moment in every zone.
 */
function localOf(value: Sql, parse: Parse, { zone, put }: TimeReading): Sql {
  const inZone = (of: string) => sql`toUnixTimestamp64Milli(${FUNCTIONS[parse]}(${value}, 3, ${put(of)}))`;
  const there = inZone(zone);
  if (FIXED.has(zone)) return there;
  return once("h", there, (local) => {
    const offset = sql`timeZoneOffset(fromUnixTimestamp64Milli(${local}, ${put(zone)})) * 1000`;
    return once("u", inZone("UTC"), (utc) =>
      // Beyond three hours it is no gap: timeZoneOffset is a day off in some years before 1970.
      once(
        "s",
        sql`${utc} - ${local} - ${offset}`,
        (skipped) => sql`${local} + if(${utc} = ${local} OR abs(${skipped}) > 10800000, 0, ${skipped})`,
      ),
    );
  });
}

const FUNCTIONS: Readonly<Record<Parse, Sql>> = {
  parseDateTime64BestEffortOrNull: sql`parseDateTime64BestEffortOrNull`,
  parseDateTime64BestEffortUSOrNull: sql`parseDateTime64BestEffortUSOrNull`,
};
const FIXED = new Set(["UTC", "Etc/UTC", "GMT", "Etc/GMT"]);

function epochOf(value: Sql, unit: EpochUnit | undefined): Sql {
  const whole = sql`toInt64OrNull(trimBoth(${value}))`;
  const broken = sql`toInt64OrNull(toString(round(toFloat64OrNull(trimBoth(${value})) * ${BROKEN[unit ?? "s"]})))`;
  const counted = unit === undefined ? bySize(whole) : sql`${MILLISECONDS[unit](whole)}`;
  return sql`ifNull(${counted}, ${broken})`;
}

const bySize = (count: Sql): Sql => sql`multiIf(
    abs(${count}) < 100000000000, ${count} * 1000,
    abs(${count}) < 100000000000000, ${count},
    abs(${count}) < 100000000000000000, intDiv(${count}, 1000),
    intDiv(${count}, 1000000))`;

const MILLISECONDS: Readonly<Record<EpochUnit, (count: Sql) => Sql>> = {
  s: (count) => sql`${count} * 1000`,
  ms: (count) => sql`${count}`,
  us: (count) => sql`intDiv(${count}, 1000)`,
  ns: (count) => sql`intDiv(${count}, 1000000)`,
};
const BROKEN: Readonly<Record<EpochUnit, Sql>> = {
  s: sql`1000`,
  ms: sql`1`,
  us: sql`0.001`,
  ns: sql`0.000001`,
};
