import { digits, type Hole, type Sql, sql } from "../sql/sql.ts";

/**
 * One event of a subject as one number (UInt128), so that sorting numbers sorts events.
 *
 *     127        84 83  82 81      48 47     0
 *     [ time       ][kind ][ key     ][ bits ]      an element
 *     [ value         ][ time       ][kind ][ key ] a keyed element: 48, 44, 2 and 34 bits
 *
 * time: milliseconds since 1900 UTC (44 bits, the whole range of DateTime64); kind: 0 asking, 1 candidate, 2 end of a
 * window, so that of equal times a candidate counts as after the asking and inside the window; key: the upper 34 bits of
 * the hash of the id, the choice among equal times; bits: which terms of the journey's promises the event matches;
 * value: the hash of what must be equal for a candidate to count for an asking.
 */
export interface Layout {
  readonly candidate: bigint;
  readonly windowEnd: bigint;
  readonly key: bigint;
}

export const TERM_BITS = 48;
const KEY_BITS = 34n;
const TIME_SHIFT = 84;
const SINCE_1900 = 2_208_988_800_000;
const ones = (count: bigint): bigint => (1n << count) - 1n;

export const ELEMENT: Layout = { candidate: 1n << 82n, windowEnd: 2n << 82n, key: ones(KEY_BITS) << 48n };
export const KEYED: Layout = { candidate: 1n << 34n, windowEnd: 2n << 34n, key: ones(KEY_BITS) };

/** UInt128 constants above 64 bits are read as floats unless they come as text. */
const wide = (value: bigint): Sql => sql`toUInt128('${digits(value)}')`;

/** No element: no event is the zeroth. */
export const NO_ELEMENT: Sql = sql`toUInt128(0)`;
/** No moment, in an Int64 of milliseconds; and the moment of those to whom nothing was promised. */
export const NO_MOMENT: Sql = sql`-4611686018427387904`;
export const UNPROMISED_MOMENT: Sql = sql`-4611686018427387903`;

/** The key of a row of `events`, as verdicts name it. */
export const ROW_KEY: Sql = sql`bitShiftRight(id_key, 30)`;

/** A row of `events` as an element without bits. */
export const ROW_ELEMENT: Sql = sql`bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + ${digits(SINCE_1900)}), ${digits(TIME_SHIFT)}), bitShiftLeft(toUInt128(${ROW_KEY}), 48))`;

export const packRow = (bits: Hole): Sql => sql`bitOr(${ROW_ELEMENT}, toUInt128(${bits}))`;

/** The terms' bits of an element, in an UInt64 whose upper bits mean nothing. */
export const bitsOf = (element: Hole): Sql => sql`toUInt64(${element})`;

/** Milliseconds since 1970 UTC, Int64. */
export const timeOf = (element: Hole): Sql =>
  sql`(toInt64(bitShiftRight(${element}, ${digits(TIME_SHIFT)})) - ${digits(SINCE_1900)})`;
export const keyOf = (element: Hole): Sql => sql`toUInt64(bitShiftRight(bitAnd(${element}, ${wide(ELEMENT.key)}), 48))`;

export const asCandidate = (element: Hole, layout = ELEMENT): Sql => sql`bitOr(${element}, ${wide(layout.candidate)})`;
export const isCandidate = (element: Hole, layout = ELEMENT): Sql =>
  sql`(bitAnd(${element}, ${wide(layout.candidate)}) != 0)`;
export const isWindowEnd = (element: Hole, layout = ELEMENT): Sql =>
  sql`(bitAnd(${element}, ${wide(layout.windowEnd)}) != 0)`;
/** Turns the order of keys round, so that the last of equal times is the one with the smallest key. Its own inverse. */
export const turnKey = (element: Hole, layout = ELEMENT): Sql => sql`bitXor(${element}, ${wide(layout.key)})`;

/** The end of `asking`'s window at `ms`, sorted after every candidate of that time. */
export const windowEnd = (asking: Hole, ms: Hole): Sql =>
  sql`bitOr(bitOr(bitShiftLeft(toUInt128(${ms} + ${digits(SINCE_1900)}), ${digits(TIME_SHIFT)}), ${wide(ELEMENT.windowEnd)}), bitAnd(${asking}, ${wide(ELEMENT.key)}))`;

/** The same event, whatever kind and bits say. */
const IDENTITY = ones(128n) ^ (3n << 82n) ^ ones(48n);
export const sameEvent = (one: Hole, other: Hole): Sql =>
  sql`(bitAnd(bitXor(${one}, ${other}), ${wide(IDENTITY)}) = 0)`;

/** Of the same time; of keyed elements also of the same value. */
export const sameTime = (one: Hole, other: Hole, layout = ELEMENT): Sql => {
  const behind = layout === KEYED ? 36 : TIME_SHIFT;
  return sql`(bitShiftRight(${one}, ${digits(behind)}) = bitShiftRight(${other}, ${digits(behind)}))`;
};

/** Asks for what stands beside an element: sorted right behind the same event's element that has neither kind nor bits. */
export const askFor = (element: Hole): Sql => sql`bitOr(bitAnd(${element}, ${wide(IDENTITY)}), 1)`;
export const isAskFor = (element: Hole): Sql => sql`(bitAnd(${bitsOf(element)}, 1) != 0)`;

/** An element that stands before every event of the same time. */
export const atItsTime = (element: Hole): Sql => sql`bitAnd(${element}, ${wide(ones(44n) << 84n)})`;

/** `value` is a UInt64 of 48 bits. */
export const keyedBy = (value: Hole, element: Hole): Sql =>
  sql`bitOr(bitShiftLeft(toUInt128(${value}), 80), bitShiftRight(${element}, 48))`;
export const valueOf = (keyed: Hole): Sql => sql`bitShiftRight(${keyed}, 80)`;
/** The element again, without its bits. */
export const unkeyed = (keyed: Hole): Sql => sql`bitShiftLeft(${keyed}, 48)`;
