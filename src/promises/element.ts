import { digits, type Hole, type Sql, sql } from "../sql/sql.ts";

/**
 * One event as one number (UInt128), so that sorting numbers sorts events.
 *
 *     127     80 79   36 35  34 33   0
 *     [ thread ][ time ][ kind ][ key ]
 *
 * thread: what must be equal for one event to count for another, 48 bits: the subject's key or, where a promise says so,
 * a hash of it and of values of both; time: milliseconds since 1900 UTC (44 bits, the whole range of DateTime64); kind: 0 asking,
 * 1 candidate, 2 end of a window, so that of equal times a candidate counts as after the asking and inside the window;
 * key: the upper 34 bits of the hash of the id, the choice among equal times.
 */
const THREAD_SHIFT = 80;
const TIME_SHIFT = 36;
const CANDIDATE = 1n << 34n;
const WINDOW_END = 2n << 34n;
const SINCE_1900 = 2_208_988_800_000;
const LAST_OF_TIME = 2 ** 44 - 1 - SINCE_1900;
const ones = (count: bigint): bigint => (1n << count) - 1n;
const KEY = ones(34n);
const EVENT = ones(80n) ^ (3n << 34n);

/** UInt128 constants above 64 bits are read as floats unless they come as text. */
const wide = (value: bigint): Sql => sql`toUInt128('${digits(value)}')`;

/** No element: no event is the zeroth. */
export const NO_ELEMENT: Sql = sql`toUInt128(0)`;
/** No moment, in an Int64 of milliseconds; and the moment of those to whom nothing was promised. */
export const NO_MOMENT: Sql = sql`-4611686018427387904`;
export const UNPROMISED_MOMENT: Sql = sql`-4611686018427387903`;

/** The key of a row of `events`, as verdicts name it. */
export const ROW_KEY: Sql = sql`bitShiftRight(id_key, 30)`;

/** `thread` is a UInt64 of 48 bits, `ms` milliseconds since 1970 UTC, `key` a UInt64 of 34 bits. */
export const elementOf = (thread: Hole, ms: Hole, key: Hole): Sql =>
  sql`bitOr(bitOr(bitShiftLeft(toUInt128(${thread}), ${digits(THREAD_SHIFT)}), bitShiftLeft(toUInt128(toUInt64(${ms} + ${digits(SINCE_1900)})), ${digits(TIME_SHIFT)})), ${key})`;

/** A row of `events` in a thread. */
export const rowElement = (thread: Sql): Sql => elementOf(thread, sql`toUnixTimestamp64Milli(at)`, ROW_KEY);
/** 48 bits of a hash of 64. */
const threadOfHash = (hash: Hole): Sql => sql`bitShiftRight(${hash}, 16)`;
/** The element in the thread of its subject and of values, given as a hash; in thread 0 where that is 0. */
export const inThreadOf = (values: Hole, element: Hole): Sql =>
  inThread(
    sql`if(${values} = 0, 0, bitOr(${threadOfHash(sql`bitXor(intHash64(${threadOf(element)}), ${values})`)}, 1))`,
    element,
  );
/** The element in another thread, given as 48 bits. */
const inThread = (thread: Hole, element: Hole): Sql =>
  sql`bitOr(bitShiftLeft(toUInt128(${thread}), ${digits(THREAD_SHIFT)}), bitAnd(${element}, ${wide(ones(80n))}))`;
export const threadOf = (element: Hole): Sql => sql`toUInt64(bitShiftRight(${element}, ${digits(THREAD_SHIFT)}))`;
/** In front of all events of its thread. */
export const foreword = (thread: Sql, key: Sql): Sql => elementOf(thread, digits(-SINCE_1900), key);

/** Milliseconds since 1970 UTC, Int64. */
export const timeOf = (element: Hole): Sql =>
  sql`(bitAnd(toInt64(bitShiftRight(${element}, ${digits(TIME_SHIFT)})), ${digits(ones(44n))}) - ${digits(SINCE_1900)})`;
export const keyOf = (element: Hole): Sql => sql`bitAnd(toUInt64(${element}), ${digits(KEY)})`;

export const asCandidate = (element: Hole): Sql => sql`bitOr(${element}, ${digits(CANDIDATE)})`;
export const isCandidate = (element: Hole): Sql => sql`(bitAnd(toUInt64(${element}), ${digits(CANDIDATE)}) != 0)`;
export const isWindowEnd = (element: Hole): Sql => sql`(bitAnd(toUInt64(${element}), ${digits(WINDOW_END)}) != 0)`;
/** Turns the order of keys round, so that the last of equal times is the one with the smallest key. Its own inverse. */
export const turnKey = (element: Hole): Sql => sql`bitXor(${element}, ${digits(KEY)})`;

/** The end of an asking's window at `ms`, sorted after every candidate of that time; `place` stands where the key would. */
export const windowEnd = (asking: Hole, ms: Hole, place: Hole): Sql =>
  sql`bitOr(${elementOf(sql`bitShiftRight(${asking}, ${digits(THREAD_SHIFT)})`, sql`least(${ms}, ${digits(LAST_OF_TIME)})`, sql`toUInt64(${place})`)}, ${digits(WINDOW_END)})`;

/** The event alone, whatever its thread and kind: two with the same number are the same event of the customer. */
export const eventOf = (element: Hole): Sql => sql`bitAnd(${element}, ${wide(EVENT)})`;
export const sameEvent = (one: Hole, other: Hole): Sql => sql`(${eventOf(sql`bitXor(${one}, ${other})`)} = 0)`;
export const hasThread = (element: Hole): Sql => sql`(bitShiftRight(${element}, ${digits(THREAD_SHIFT)}) != 0)`;
export const sameThread = (one: Hole, other: Hole): Sql =>
  sql`(bitShiftRight(${one}, ${digits(THREAD_SHIFT)}) = bitShiftRight(${other}, ${digits(THREAD_SHIFT)}))`;
/** Of the same thread and time. */
export const sameTime = (one: Hole, other: Hole): Sql =>
  sql`(bitShiftRight(${one}, ${digits(TIME_SHIFT)}) = bitShiftRight(${other}, ${digits(TIME_SHIFT)}))`;

/** An event's number as a place to look something up, and a question for it that sorts right behind. */
export const placeOf = (element: Hole): Sql => sql`bitShiftLeft(${eventOf(element)}, 1)`;
export const askFor = (element: Hole): Sql => sql`bitOr(${placeOf(element)}, 1)`;
export const isAskFor = (element: Hole): Sql => sql`(bitAnd(toUInt64(${element}), 1) != 0)`;

/** An element that stands before every event of the same time. */
export const atItsTime = (element: Hole): Sql =>
  sql`bitAnd(${element}, ${wide(ones(128n) ^ ones(BigInt(TIME_SHIFT)))})`;
/** An element that stands behind every event of its thread. */
export const atTheEnd = (element: Hole): Sql => sql`bitOr(${element}, ${wide(ones(44n) << BigInt(TIME_SHIFT))})`;
