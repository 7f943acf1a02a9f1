import { Temporal } from "temporal-polyfill";
import type { PropertyType } from "../../src/language/experience.ts";
import type { Json } from "./event.ts";

/** Moments are milliseconds, dates `YYYY-MM-DD`, durations seconds; null is absent. */
export type Value = string | number | boolean | null;

/** A property as the experience file declares it: what cannot be read as that is null. */
export function readProperty(json: Json | undefined, type: PropertyType, timezone: string): Value {
  if (json === undefined || json === null || typeof json === "object") return null;
  switch (type) {
    case "text":
      return String(json);
    case "number":
    case "duration":
      return readNumber(json);
    case "whole": {
      const value = readNumber(json);
      return value !== null && Number.isInteger(value) ? value : null;
    }
    case "yes-no":
      return readYesNo(json);
    case "moment":
      return typeof json === "string" ? readMoment(json, timezone) : null;
    case "date":
      return typeof json === "string" && /^\d{4}-\d\d-\d\d$/.test(json) ? json : null;
  }
}

export function readNumber(json: Json): number | null {
  if (typeof json === "number") return json;
  return typeof json === "string" && /^-?\d+(\.\d+)?$/.test(json) ? Number(json) : null;
}

function readYesNo(json: Json): boolean | null {
  if (typeof json === "boolean") return json;
  return json === "true" ? true : json === "false" ? false : null;
}

/** Without an offset it is a time of day in the experience's time zone. */
function readMoment(text: string, timezone: string): number | null {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(text)) return null;
  if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timezone).epochMilliseconds;
}
