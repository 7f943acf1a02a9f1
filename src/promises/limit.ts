import type { Bound, Expression, Occasion, PerOccasion, TimeLimit } from "../language/experience.ts";
import { everyValue, namesAnswer } from "../language/parts.ts";
import { commas, digits, join, type Name, number, type Sql, sql, text } from "../sql/sql.ts";
import { mapOver } from "./branches.ts";
import { type Clock, endsOf } from "./due.ts";
import { NO_MOMENT, UNPROMISED_MOMENT } from "./element.ts";
import { compileExpression, type Resolve } from "./expression.ts";
import type { Hunt } from "./hunt.ts";
import { ofAskedAlone, ofRow } from "./pass.ts";
import type { Setting } from "./setting.ts";
import { occasionOf } from "./subject.ts";

/** The value of the subject's occasion, whose number is `o` in lambdas, or the usual one. */
export function perOccasion<T>(occasions: readonly Occasion[], values: PerOccasion<T>, write: (value: T) => Sql): Sql {
  if (values.for.length === 0) return write(values.usual);
  const others = values.for.map(({ occasion, value }) => {
    const place = occasions.findIndex((o) => o.name === occasion) + 1;
    return sql`o = ${digits(place)}, ${write(value)}`;
  });
  return sql`multiIf(${commas(others)}, ${write(values.usual)})`;
}

/** The array of occasions for `o`, where values differ by them. */
export const occasionsIf = (setting: Setting, hunt: Hunt, ...values: readonly (PerOccasion<unknown> | undefined)[]) =>
  values.some((value) => value !== undefined && value.for.length > 0) ? occasionOf(setting, hunt) : undefined;

/** For each of the values its own array, each asking taking the one of its occasion. */
export function chosenByOccasion<T>(
  setting: Setting,
  hunt: Hunt,
  values: PerOccasion<T>,
  arrayOf: (value: T) => Name,
): Name {
  if (values.for.length === 0) return arrayOf(values.usual);
  const all = [...new Set(everyValue(values))];
  const item = (value: T): Sql => sql`w${digits(all.indexOf(value) + 1)}`;
  const body = perOccasion(setting.occasions, values, item);
  return hunt.define(
    "chosen",
    sql`arrayMap((o, ${commas(all.map(item))}) -> ${body}, ${occasionOf(setting, hunt)}, ${commas(all.map(arrayOf))})`,
  );
}

/** Whether a measured number meets a bound; sums of cents are not exact in binary, so a billionth more or less does. */
export const isWithin = (value: Sql, { least, most }: Bound): Sql => {
  const spare = (limit: number): number => 1e-9 * Math.max(1, Math.abs(limit));
  const tests = [
    ...(least === undefined ? [] : [sql`${value} >= ${number(least - spare(least))}`]),
    ...(most === undefined ? [] : [sql`${value} <= ${number(most + spare(most))}`]),
  ];
  return sql`(${join(tests, sql` and `)})`;
};

/** Bounds on the axis of what was delivered: one number, or an array of what each asking's occasion makes it. */
export function onAxis(setting: Setting, hunt: Hunt, bounds: PerOccasion<Bound>): Sql | number {
  const numberOf = ({ least, most }: Bound): number => most ?? least ?? 0;
  if (bounds.for.length === 0) return numberOf(bounds.usual);
  return mapOver(
    { o: occasionOf(setting, hunt) },
    perOccasion(setting.occasions, bounds, (bound) => sql`${number(numberOf(bound))}`),
  );
}

/** Reads the properties of one asking's surroundings: `a` the asking, `r` its answer, and the names of `with`. */
export interface Surroundings {
  /** Arrays to map over, and the lambda's names for their items. */
  readonly arrays: readonly Sql[];
  readonly items: readonly Sql[];
  readonly resolve: Resolve;
}

/**
 * The moment by which each asking is due: Array(Int64) of milliseconds, NO_MOMENT or UNPROMISED_MOMENT. A `by` that
 * names the answer is known only with it: `early` is what is known before, `late` what is known then.
 */
export interface Due {
  readonly early: Name;
  readonly late: Name;
  /** Whether the two are the same. */
  readonly always: boolean;
  /** Whether there is a moment for every asking. */
  readonly certain: boolean;
}

export function dueOf(
  setting: Setting,
  hunt: Hunt,
  limits: PerOccasion<TimeLimit>,
  around: (expression: Expression) => Surroundings,
): Due {
  const each = new Map(everyValue(limits).map((limit) => [limit, dueBy(hunt, limit, setting.clock, around)]));
  const choose = (which: "early" | "late"): Name =>
    chosenByOccasion(setting, hunt, limits, (limit) => each.get(limit)?.[which] as Name);
  const every = (which: "always" | "certain"): boolean => [...each.values()].every((due) => due[which]);
  const always = every("always");
  const early = choose("early");
  return { early, late: always ? early : choose("late"), always, certain: every("certain") };
}

function dueBy(hunt: Hunt, limit: TimeLimit, clock: Clock, around: (expression: Expression) => Surroundings): Due {
  const { asked, define } = hunt;
  const always = (value: Sql, certain: boolean): Due => {
    const due = define("due", value);
    return { early: due, late: due, always: true, certain };
  };
  const never = sql`arrayMap(t -> toInt64(${NO_MOMENT}), ${asked.times})`;
  switch (limit.kind) {
    case "within":
      return always(endsOf(define, asked.times, limit.duration, clock), true);
    case "eventually":
      return always(never, false);
    case "by": {
      const { moment } = limit;
      if (ofAskedAlone(moment))
        return always(
          sql`${asked.gather(sql`ifNull(${lastMoment(moment, ofRow, clock)}, ${UNPROMISED_MOMENT})`)}`,
          false,
        );
      const { arrays, items, resolve } = around(moment);
      const value = sql`ifNull(${lastMoment(moment, resolve, clock)}, ${UNPROMISED_MOMENT})`;
      const due = sql`arrayMap((${commas(items)}) -> ${value}, ${commas(arrays)})`;
      return namesAnswer(limit)
        ? { early: define("due", never), late: define("due", due), always: false, certain: false }
        : always(due, false);
    }
  }
}

/** A date lasts until the end of its day. */
function lastMoment(expression: Expression, resolve: Resolve, { timezone }: Clock): Sql {
  const value = compileExpression(expression, resolve);
  return expression.kind !== "list" && expression.type === "date"
    ? sql`(toUnixTimestamp64Milli(toDateTime64(addDays(${value}, 1), 3, ${text(timezone)})) - 1)`
    : sql`toInt64(${value})`;
}
