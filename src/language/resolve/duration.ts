import type { Path } from "../diagnostic.ts";
import type { Duration } from "../experience.ts";
import { nearestName } from "../nearest-name.ts";
import { inWords } from "../plain-data.ts";
import { type Context, checkName } from "./context.ts";

const FORM = /^(\s*)(\d+(?:\.\d+)?)(\s+)(?:(\S+)(\s+))?(\p{L}+)\s*$/u;
const ELAPSED: Readonly<Record<string, number>> = { second: 1000, minute: 60_000, hour: 3_600_000 };
const CALENDAR: Readonly<Record<string, { readonly days: number; readonly months: number }>> = {
  day: { days: 1, months: 0 },
  week: { days: 7, months: 0 },
  month: { days: 0, months: 1 },
};
const UNITS = [...Object.keys(ELAPSED), ...Object.keys(CALENDAR)].flatMap((unit) => [unit, `${unit}s`]);
const LONGEST = { ms: 100 * 366 * 86_400_000, days: 36_600, months: 1200 };

/** A length of time such as 3 days, 90 minutes, 4 office hours; undefined when it cannot be read, which is reported. */
export function resolveDuration(value: string | number, path: Path, context: Context): Duration | undefined {
  const found = inWords(value);
  const parts = typeof value === "string" ? FORM.exec(value) : null;
  const unit = parts?.[6]?.toLowerCase().replace(/s$/, "") ?? "";
  if (!parts || !(Object.hasOwn(ELAPSED, unit) || Object.hasOwn(CALENDAR, unit))) {
    const near = parts ? nearestName(parts[6]!, UNITS) : undefined;
    context.report.add("duration-malformed", { path }, { found }, near);
    return undefined;
  }
  const [, lead, number, , name] = parts;
  const amount = Number(number);
  const duration = name === undefined ? plain(amount, unit) : business(amount, unit, name);
  if (name !== undefined) {
    const start = lead!.length + number!.length + parts[3]!.length;
    checkName("calendars", name, { path, span: [start, start + name.length] }, context);
  }
  if (duration === "business-unit-unknown") {
    context.report.add("business-unit-unknown", { path }, { unit: `${unit}s`, calendar: name ?? "" });
    return undefined;
  }
  if (!Number.isInteger(amount) && (duration.kind === "calendar" || duration.kind === "open-days")) {
    context.report.add("days-not-whole", { path }, { found });
    return undefined;
  }
  if (isTooLong(duration)) {
    context.report.add("duration-too-long", { path }, { found });
    return undefined;
  }
  return duration;
}

function plain(amount: number, unit: string): Duration {
  const length = CALENDAR[unit];
  if (length) return { kind: "calendar", days: amount * length.days, months: amount * length.months };
  return { kind: "elapsed", ms: Math.round(amount * ELAPSED[unit]!) };
}

function business(amount: number, unit: string, calendar: string): Duration | "business-unit-unknown" {
  if (unit === "day") return { kind: "open-days", calendar, days: amount };
  const length = ELAPSED[unit];
  return length ? { kind: "open-time", calendar, ms: Math.round(amount * length) } : "business-unit-unknown";
}

function isTooLong(duration: Duration): boolean {
  switch (duration.kind) {
    case "elapsed":
    case "open-time":
      return duration.ms > LONGEST.ms;
    case "calendar":
      return duration.days > LONGEST.days || duration.months > LONGEST.months;
    case "open-days":
      return duration.days > LONGEST.days;
  }
}
