import { Temporal } from "temporal-polyfill";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Weekday (0 = Monday) and hour on the clock on the wall, and how much of the weekend lies between two moments. */
export interface Clock {
  readonly weekday: (at: number) => number;
  readonly hour: (at: number) => number;
  /** Days of Saturday and Sunday between two moments. */
  readonly weekend: (from: number, to: number) => number;
}

/** The clock of a time zone; its offset is looked up once for each six hours. */
export function clockOf(timezone: string): Clock {
  const offsets = new Map<number, number>();
  const wall = (at: number): number => {
    const block = Math.floor(at / (6 * HOUR));
    let offset = offsets.get(block);
    if (offset === undefined) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(block * 6 * HOUR).toZonedDateTimeISO(timezone);
      offset = zoned.offsetNanoseconds / 1e6;
      offsets.set(block, offset);
    }
    return at + offset;
  };
  // 1970 began on a Thursday.
  const sinceMonday = (at: number): number => wall(at) + 3 * DAY;
  const weekendUpTo = (at: number): number => {
    const days = sinceMonday(at) / DAY;
    const weeks = Math.floor(days / 7);
    return weeks * 2 + Math.max(0, days - weeks * 7 - 5);
  };
  return {
    weekday: (at) => Math.floor(sinceMonday(at) / DAY) % 7,
    hour: (at) => (wall(at) / HOUR) % 24,
    weekend: (from, to) => Math.max(0, weekendUpTo(to) - weekendUpTo(from)),
  };
}
