import type { Journey } from "../language/experience.ts";
import { followsColumn } from "../ledger/columns.ts";
import { digits, join, type Sql, sql, text, texts } from "../sql/sql.ts";
import { eventsOf } from "./subject-paths.ts";

/**
 * The times at which an answered promise passed the steps of its path. Times are milliseconds since 1900 UTC, so that
 * none is negative; 0 stands for a step that did not happen.
 *
 *     127       80 79     64 63      1 0
 *     [ answer    ][ step   ][ time   ][ late ]     step 0: an asking; else an event, of that step between
 *
 *     76        33 32    31             0
 *     [ time     ][ kind ][ place       ]           kind 0: an asking; 1: an event, after askings of the same time
 *
 * One array of numbers is far cheaper to gather than several, or than tuples. No lambda may capture an array: the
 * engine would copy it for each element.
 */
const TIME_SHIFT = 33;
const EVENT = 2 ** 32;
const PLACE_MASK = EVENT - 1;
const SINCE_1900 = 2_208_988_800_000;

const ms = (moment: Sql): Sql => sql`toUnixTimestamp64Milli(${moment}) + ${digits(SINCE_1900)}`;
const timeOf = (packed: Sql): Sql => sql`toInt64(bitShiftRight(${packed}, ${digits(TIME_SHIFT)}))`;
const isEvent = (packed: Sql): Sql => sql`bitAnd(${packed}, ${digits(EVENT)}) != 0`;
const placeOf = (packed: Sql): Sql => sql`bitAnd(${packed}, ${digits(PLACE_MASK)})`;

/** Which askings of which promise are looked at. */
export interface LegsOf {
  readonly promise: string;
  readonly journey: Journey;
  /** The steps between asking and answer. */
  readonly between: readonly string[];
  /** Ms since 1970 UTC. */
  readonly asOf: number;
  /** In place of the table `verdicts`. */
  readonly among: Sql;
  /** A condition on `customer_key`. */
  readonly customers?: Sql;
}

/**
 * One row for each kept or late asking of a promise: `promise`, `customer_key`, `subject_key`, `asked_ms` and `answered_ms` (since
 * 1970 UTC), `late`, and `legs`, the seconds from step to step, nan where one of the two did not happen.
 */
export function legTimes(of: LegsOf): Sql {
  const steps = of.between.map((_, i) => i + 1);
  const passed = steps.reduce((inner, step) => passStep(inner, step), gather(of));
  const leg = sql`if(later = 0 or earlier = 0, nan, (later - earlier) / 1000)`;
  return sql`select ${text(of.promise)} as promise, customer_key, subject_key, whole[1] - ${digits(SINCE_1900)} as asked_ms, whole[-1] - ${digits(SINCE_1900)} as answered_ms,
  late, arrayPopFront(arrayMap((later, earlier) -> ${leg}, whole, arrayShiftRight(whole, 1))) as legs
from (
  select customer_key, subject_key, arrayPushBack(passed, answered) as whole, late
  from (
${passed})
  array join passed, answered, late)`;
}

/** Askings and events of one subject beside one another, by grouping both: a join would have to fit in memory. */
function gather({ promise, journey, between, asOf, among, customers = sql`true` }: LegsOf): Sql {
  const asked = sql`select customer_key, subject_key,
      ${pack(ms(sql`assumeNotNull(answered_at)`), sql`0`, ms(sql`asked_at`), sql`verdict = 'late'`)} as packed
    from ${among}
    where ${customers} and promise = ${text(promise)} and verdict in ('kept', 'late') and isNotNull(answered_at)`;
  const step = sql`cast(transform(name, ${texts(between)}, range(1, ${digits(between.length + 1)}), 0), 'UInt64')`;
  const happened = sql`select customer_key, ${followsColumn(journey.follows)}, ${pack(sql`0`, step, ms(sql`at`), sql`0`)}
    from ${eventsOf(journey, asOf)} and ${customers} and name in (${join(between.map(text), sql`, `)})`;
  return sql`select customer_key, subject_key, arrayMap(x -> [${packedTime(sql`x`)}], askings) as passed,
    arrayMap(x -> toInt64(bitShiftRight(x, 80)), askings) as answered, arrayMap(x -> bitAnd(x, 1) = 1, askings) as late, events
  from (
    select customer_key, subject_key, arrayFilter(x -> ${stepOf(sql`x`)} = 0, both) as askings, arrayFilter(x -> ${stepOf(sql`x`)} != 0, both) as events
    from (
      select customer_key, subject_key, groupArray(packed) as both
      from (
      ${between.length === 0 ? asked : sql`${asked} union all ${happened}`})
      group by customer_key, subject_key)
    where notEmpty(askings))`;
}

const pack = (answer: Sql, step: Sql, time: Sql, late: Sql): Sql =>
  sql`bitOr(bitShiftLeft(toUInt128(bitOr(bitShiftLeft(toUInt64(${answer}), 16), toUInt64(${step}))), 64), toUInt128(bitOr(bitShiftLeft(toUInt64(${time}), 1), toUInt64(${late}))))`;
const stepOf = (packed: Sql): Sql => sql`bitAnd(bitShiftRight(${packed}, 64), 65535)`;
const packedTime = (packed: Sql): Sql => sql`toInt64(bitShiftRight(toUInt64(${packed}), 1))`;

/** For each asking the first event of the step at or after the last step that it passed, if not after the answer. */
function passStep(inner: Sql, step: number): Sql {
  const last = sql`arrayLast(t -> t != 0, p)`;
  const asking = sql`bitOr(bitShiftLeft(toUInt128(${last}), ${digits(TIME_SHIFT)}), toUInt128(i))`;
  const own = sql`arrayFilter(e -> ${stepOf(sql`e`)} = ${digits(step)}, events)`;
  const event = sql`bitOr(bitShiftLeft(toUInt128(${packedTime(sql`e`)}), ${digits(TIME_SHIFT)}), toUInt128(${digits(EVENT)}))`;
  const merged = sql`arraySort(arrayConcat(arrayMap((p, i) -> ${asking}, passed, arrayEnumerate(passed)), arrayMap(e -> ${event}, ${own})))`;
  const found = sql`arrayReverseFill(m -> ${isEvent(sql`m`)}, merged)`;
  const askings = sql`arrayFilter(m -> not ${isEvent(sql`m`)}, merged)`;
  const next = sql`arraySort((f, m) -> ${placeOf(sql`m`)}, arrayFilter((f, m) -> not ${isEvent(sql`m`)}, ${found}, merged), ${askings})`;
  const time = timeOf(sql`n`);
  return sql`select customer_key, subject_key, arrayMap((p, n, a) -> arrayPushBack(p, if(${isEvent(sql`n`)} and ${time} <= a, ${time}, 0)), passed, ${next}, answered) as passed, answered, late, events
  from (
  select customer_key, subject_key, passed, answered, late, events, ${merged} as merged
  from (
  ${inner}))`;
}
