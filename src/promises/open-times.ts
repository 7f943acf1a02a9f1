import { type Bound, bound, digits, join, type Name, nothing, type Sql, sql } from "../sql/sql.ts";
import type { Define } from "./search.ts";
import { fromLocal, toLocal } from "./wall-clock.ts";

/**
 * When a calendar is open, from a day before the first asking to beyond the last due moment: the intervals in order
 * and what is needed to find one without searching. Plain numbers; worked out by readOpenTimes.
 */
export interface OpenTimes {
  readonly timezone: string;
  /** Local day number (days since 1970) of the first entry of `firstOfDay`. */
  readonly firstDay: number;
  /** By local day: the place (from 0) of the first interval that ends after the day begins. */
  readonly firstOfDay: readonly number[];
  /** By interval: milliseconds since 1970 UTC, and how long the calendar was open before it. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly openBefore: readonly number[];
  /** By interval: the place of its open day. */
  readonly dayOf: readonly number[];
  /** By open day: its local midnight as local milliseconds, its first opening and its last closing. */
  readonly midnight: readonly number[];
  readonly opening: readonly number[];
  readonly closing: readonly number[];
  /** Intervals a local day has at the most. */
  readonly perDay: number;
  /** By stretch of `step` open milliseconds: the place of the interval in which it begins; then how many may follow within it. */
  readonly step: number;
  readonly atStep: readonly number[];
  readonly perStep: number;
}

/** The earliest moments at which the calendar has been open for `ms` since each of `times`. */
export function endOfOpenTime(define: Define, times: Name, ms: number, open: OpenTimes): Sql {
  const sofar = sql`arrayMap((t, i) -> ${openUntil(open)}, ${times}, ${define("place", places(times, open))})`;
  const wanted = define("wanted", sql`arrayMap(s -> s + ${digits(Math.round(ms))}, ${sofar})`);
  const at = define(
    "at_step",
    sql`arrayMap(w -> ${at0(open.atStep, sql`intDiv(w - 1, ${digits(open.step)})`)}, ${wanted})`,
  );
  const passed = steps(open.perStep).map(
    (k) =>
      sql` + toInt64(${at0(open.openBefore, sql`j + ${digits(k)}`)} < w and j + ${digits(k)} < ${digits(open.starts.length)})`,
  );
  const interval = define("interval", sql`arrayMap((w, j) -> j${join(passed, nothing)}, ${wanted}, ${at})`);
  return sql`arrayMap((w, j) -> ${at0(open.starts, sql`j`)} + w - ${at0(open.openBefore, sql`j`)}, ${wanted}, ${interval})`;
}

/** The same time of day so many open days after each of `times` (or after the next opening). */
export function endOfOpenDays(define: Define, times: Name, days: number, open: OpenTimes): Sql {
  const place = define("place", places(times, open));
  const begun = define("begun", sql`arrayMap((t, i) -> greatest(t, ${at0(open.starts, sql`i`)}), ${times}, ${place})`);
  const day = define("day", sql`arrayMap(i -> ${at0(open.dayOf, sql`i`)}, ${place})`);
  const due = define("due_day", sql`arrayMap(d -> d + ${digits(days)}, ${day})`);
  const local = define(
    "local",
    sql`arrayMap((b, d, e) -> ${at0(open.midnight, sql`e`)} + ${toLocal(sql`b`, open.timezone)} - ${at0(open.midnight, sql`d`)}, ${begun}, ${day}, ${due})`,
  );
  return sql`arrayMap((u, e) -> least(greatest(u, ${at0(open.opening, sql`e`)}), ${at0(open.closing, sql`e`)}), ${fromLocal(define, local, open.timezone)}, ${due})`;
}

/** For each moment the place of the interval it lies in, or of the next one. */
function places(times: Name, open: OpenTimes): Sql {
  const day = sql`intDiv(${toLocal(sql`t`, open.timezone)}, 86400000) - ${digits(open.firstDay)}`;
  const first = at0(open.firstOfDay, day);
  const passed = steps(open.perDay).map((k) => sql` + toInt64(${at0(open.ends, sql`f + ${digits(k - 1)}`)} <= t)`);
  return sql`arrayMap((t, f) -> f${join(passed, nothing)}, ${times}, arrayMap(t -> ${first}, ${times}))`;
}

/** How long the calendar had been open at `t`, which lies in or before the interval at place `i`. */
const openUntil = (open: OpenTimes): Sql =>
  sql`${at0(open.openBefore, sql`i`)} + greatest(0, t - ${at0(open.starts, sql`i`)})`;

const at0 = (list: readonly number[], place: Sql): Sql => sql`arrayElement(${constant(list)}, toInt64(${place}) + 1)`;

const constants = new WeakMap<readonly number[], Bound>();
/** The same list is the same parameter wherever it is used. */
function constant(list: readonly number[]): Bound {
  const known = constants.get(list) ?? bound("Array(Int64)", list);
  constants.set(list, known);
  return known;
}

const steps = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);
