import { FIRST_MOMENT, LAST_MOMENT } from "../moment.ts";

const SHAPE =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?(?: ?(Z|z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?))?)?$/;

/**
 * A time in a message as milliseconds since 1970 UTC; undefined where it is none. ISO 8601, in UTC where it has no
 * offset, or a number: of milliseconds, and below 10^11 of seconds.
 */
export function readMoment(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? fromEpoch(value) : undefined;
  if (typeof value !== "string") return undefined;
  const parts = SHAPE.exec(value.trim());
  if (parts === null) return /^-?\d{9,14}(\.\d+)?$/.test(value) ? fromEpoch(Number(value)) : undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", offset = "Z"] = parts;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date moves 31 February on to March.
  if (new Date(date).getUTCDate() !== Number(day) || Number(month) < 1 || Number(month) > 12) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds - offsetOf(offset);
}

export const isInLedger = (ms: number): boolean => ms >= FIRST_MOMENT && ms <= LAST_MOMENT;

function fromEpoch(count: number): number {
  return Math.round(Math.abs(count) < 100_000_000_000 ? count * 1000 : count);
}

function offsetOf(offset: string): number {
  if (offset === "Z" || offset === "z") return 0;
  const digits = offset.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4) || "0");
  return minutes * 60_000 * (offset.startsWith("-") ? -1 : 1);
}
