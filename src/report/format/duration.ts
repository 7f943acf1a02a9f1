type Unit = "second" | "minute" | "hour" | "day" | "year";

const SECONDS: Readonly<Record<Unit, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400, year: 31_556_952 };
const SYMBOL: Readonly<Record<Unit, string>> = { second: "s", minute: "min", hour: "h", day: "d", year: "y" };

const inFull = {
  second: fullFormat("second"),
  minute: fullFormat("minute"),
  hour: fullFormat("hour"),
  day: fullFormat("day"),
  year: fullFormat("year"),
};

function fullFormat(unit: Unit): Intl.NumberFormat {
  return new Intl.NumberFormat("en-GB", { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 });
}

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** The unit in which a person would say so many seconds. */
function unitOf(seconds: number): Unit {
  const size = Math.abs(seconds);
  if (size < 90) return "second";
  if (size < 90 * SECONDS.minute && size !== SECONDS.hour) return "minute";
  if (size < 36 * SECONDS.hour && size !== SECONDS.day) return "hour";
  return size < 2 * SECONDS.year ? "day" : "year";
}

/** A length of time as a person says it: "45 minutes", "2.1 days". Seconds in. */
export function formatDuration(seconds: number): string {
  const unit = unitOf(seconds);
  return inFull[unit].format(rounded(seconds, unit)).replace(" ", "\u00a0");
}

/** The same where room is short: "45 min", "2.1 d". */
export function formatBriefDuration(seconds: number): string {
  const unit = unitOf(seconds);
  return `${number.format(rounded(seconds, unit))}\u00a0${SYMBOL[unit]}`;
}

function rounded(seconds: number, unit: Unit): number {
  const value = seconds / SECONDS[unit];
  const digits = Math.abs(value) >= 20 ? 1 : 10;
  return Math.round(value * digits) / digits + 0;
}

const STEPS = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * SECONDS.minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * SECONDS.hour),
  ...[1, 2, 5, 10, 20, 30, 60, 90, 180].map((days) => days * SECONDS.day),
];

/** Marks of a time axis at round lengths of time, about `wanted` of them and never more than twice as many. */
export function durationTicks(from: number, to: number, wanted: number): number[] {
  const rough = (to - from) / wanted;
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const step = STEPS.find((candidate) => candidate >= rough) ?? roundYears(rough);
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, i) => (first + i) * step + 0);
}

function roundYears(seconds: number): number {
  const years = seconds / SECONDS.year;
  const power = 10 ** Math.floor(Math.log10(years));
  const lead = [1, 2, 5, 10].find((candidate) => candidate * power >= years) ?? 10;
  return Math.max(1, lead * power) * SECONDS.year;
}

/** All marks of one axis in one unit, so that they can be compared at a glance. */
export function formatDurationTicks(ticks: readonly number[]): string[] {
  const sizes = ticks.map(Math.abs).filter((size) => size > 0);
  const largest = Math.max(0, ...sizes);
  const even = (["day", "hour", "minute"] as const).find((unit) => sizes.every((size) => size % SECONDS[unit] === 0));
  const unit = largest >= 2 * SECONDS.year ? "year" : (even ?? "second");
  return ticks.map((tick) => (tick === 0 ? "0" : `${number.format(tick / SECONDS[unit])}\u00a0${SYMBOL[unit]}`));
}
