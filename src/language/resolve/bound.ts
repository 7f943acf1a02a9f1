import type { Path } from "../diagnostic.ts";
import type { Bound } from "../experience.ts";
import { inWords } from "../plain-data.ts";
import type { Context } from "./context.ts";

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)(?:\s+(seconds?|minutes?|hours?|days?|weeks?))?`;
const ONE = new RegExp(String.raw`^\s*at\s+(most|least)\s+${NUMBER}\s*$`, "i");
const TWO = new RegExp(String.raw`^\s*between\s+${NUMBER}\s+and\s+${NUMBER}\s*$`, "i");
const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 };

/** What a bound is a bound of: things counted, a number, or a duration (which is measured in seconds). */
export type Counted = "count" | "number" | "duration";

/** At most N, at least N, between A and B; undefined when it cannot be read, which is reported. */
export function resolveBound(value: string | number, path: Path, of: Counted, context: Context): Bound | undefined {
  const bound = typeof value === "string" ? readBound(value, of) : undefined;
  const found = inWords(value);
  if (!bound) {
    context.report.add("bound-malformed", { path }, { found });
    return undefined;
  }
  const { least, most } = bound;
  if (least !== undefined && most !== undefined && least > most) {
    context.report.add("bound-reversed", { path }, { least, most });
    return undefined;
  }
  if (of !== "count") return bound;
  if ([least, most].some((end) => end !== undefined && (!Number.isSafeInteger(end) || end < 0))) {
    context.report.add("count-not-whole", { path }, { found });
    return undefined;
  }
  if (least === 0 && most === undefined) context.report.add("never-decided", { path }, {});
  return bound;
}

function readBound(text: string, of: Counted): Bound | undefined {
  const two = TWO.exec(text);
  if (two) {
    // "between 10 and 20 minutes": the unit of the second goes for both
    const least = amount(two[1]!, two[2] ?? two[4], of);
    const most = amount(two[3]!, two[4], of);
    return least === undefined || most === undefined ? undefined : { least, most };
  }
  const one = ONE.exec(text);
  const number = one ? amount(one[2]!, one[3], of) : undefined;
  if (!one || number === undefined) return undefined;
  return one[1]!.toLowerCase() === "most" ? { least: undefined, most: number } : { least: number, most: undefined };
}

function amount(number: string, unit: string | undefined, of: Counted): number | undefined {
  if (unit === undefined) return Number(number);
  return of === "duration" ? Number(number) * SECONDS[unit.toLowerCase().replace(/s$/, "")]! : undefined;
}
