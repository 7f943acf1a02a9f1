import { RE2JS } from "re2js";
import { isDate } from "../dates.ts";

const DURATION = /^(-)?((?:\d+(?:\.\d+)?(?:h|ms|m|s))+)$/;
const SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** Seconds of a CEL duration such as 1h30m. */
export function readDuration(text: string): number | undefined {
  const parts = DURATION.exec(text);
  if (!parts) return undefined;
  let seconds = 0;
  for (const [, amount, unit] of parts[2]!.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g))
    seconds += Number(amount) * SECONDS[unit!]!;
  return parts[1] ? -seconds : seconds;
}

/** Milliseconds since 1970 UTC of a moment with its offset, such as 2026-12-24T18:00:00+02:00. */
export function readMoment(text: string): number | undefined {
  const parts = MOMENT.exec(text);
  if (!parts || !isDate(parts[1]!)) return undefined;
  return Date.parse(text.toUpperCase().replace(/(\.\d{3})\d+/, "$1"));
}

export function readDate(text: string): string | undefined {
  return isDate(text) ? text : undefined;
}

/** What is wrong with a pattern, in the words of RE2; undefined when nothing is. */
export function patternFault(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : String(error);
  }
}
