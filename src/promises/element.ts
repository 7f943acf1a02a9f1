import { digits, type Hole, type Sql, sql } from "../sql/sql.ts";

/**
 * One event of a subject as one number, so that sorting numbers sorts events.
 *
 *     127        84 83  82 81         34 33     0
 *     [ time       ][kind ][ key        ][ bits ]
 *
 * time: milliseconds since 1900 UTC (44 bits, the whole range of DateTime64); kind: 0 asking, 1 candidate, 2 end of a
 * window, so that of equal times a candidate counts as after the asking and inside the window; key: the upper 48 bits of
 * the hash of the id, the choice among equal times; bits: which terms of the journey's promises the event matches.
 */
export const TERM_BITS = 34;
const KEY_SHIFT = 34;
const KIND_SHIFT = 82;
const TIME_SHIFT = 84;
const SINCE_1900 = 2_208_988_800_000;

const CANDIDATE = 1n << BigInt(KIND_SHIFT);
const WINDOW_END = 2n << BigInt(KIND_SHIFT);
const KEY_MASK = ((1n << 48n) - 1n) << BigInt(KEY_SHIFT);
const BITS_MASK = (1n << BigInt(TERM_BITS)) - 1n;
const IDENTITY_MASK = ((1n << 128n) - 1n) ^ (3n << BigInt(KIND_SHIFT)) ^ BITS_MASK;

/** UInt128 constants above 64 bits are read as floats unless they come as text. */
const wide = (value: bigint): Sql => sql`toUInt128('${digits(value)}')`;

/** No element: no event is the zeroth. */
export const NO_ELEMENT: Sql = sql`toUInt128(0)`;
/** No moment, in an Int64 of milliseconds; and the moment of those to whom nothing was promised. */
export const NO_MOMENT: Sql = sql`-4611686018427387904`;
export const UNPROMISED_MOMENT: Sql = sql`-4611686018427387903`;

export const packRow = (bits: Hole): Sql =>
  sql`bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + ${digits(SINCE_1900)}), ${digits(TIME_SHIFT)}),
        bitShiftLeft(toUInt128(bitShiftRight(id_key, 16)), ${digits(KEY_SHIFT)})), toUInt128(${bits}))`;

/** Milliseconds since 1970 UTC, Int64. */
export const timeOf = (element: Hole): Sql =>
  sql`(toInt64(bitShiftRight(${element}, ${digits(TIME_SHIFT)})) - ${digits(SINCE_1900)})`;
export const keyOf = (element: Hole): Sql =>
  sql`toUInt64(bitShiftRight(bitAnd(${element}, ${wide(KEY_MASK)}), ${digits(KEY_SHIFT)}))`;
export const bitsOf = (element: Hole): Sql => sql`toUInt64(bitAnd(${element}, ${wide(BITS_MASK)}))`;

export const asCandidate = (element: Hole): Sql => sql`bitOr(${element}, ${wide(CANDIDATE)})`;
export const isCandidate = (element: Hole): Sql => sql`(bitAnd(${element}, ${wide(CANDIDATE)}) != 0)`;
export const isWindowEnd = (element: Hole): Sql => sql`(bitAnd(${element}, ${wide(WINDOW_END)}) != 0)`;
/** The end of `asking`'s window at `ms`, sorted after every candidate of that time. */
export const windowEnd = (asking: Hole, ms: Hole): Sql =>
  sql`bitOr(bitOr(bitShiftLeft(toUInt128(${ms} + ${digits(SINCE_1900)}), ${digits(TIME_SHIFT)}), ${wide(WINDOW_END)}), bitAnd(${asking}, ${wide(KEY_MASK)}))`;

/** The same event, whatever kind and bits say. */
export const sameEvent = (one: Hole, other: Hole): Sql =>
  sql`(bitAnd(bitXor(${one}, ${other}), ${wide(IDENTITY_MASK)}) = 0)`;
/** Turns the order of keys round, so that the last of equal times is the one with the smallest key. Its own inverse. */
export const turnKey = (element: Hole): Sql => sql`bitXor(${element}, ${wide(KEY_MASK)})`;

/** An element that stands before every event of the same time. */
export const atItsTime = (element: Hole): Sql =>
  sql`bitAnd(${element}, ${wide(((1n << 44n) - 1n) << BigInt(TIME_SHIFT))})`;
