import type { EventKind, Value, ValueKey } from "../experience.ts";
import { inWords } from "../plain-data.ts";
import { DAYS_A_MONTH, usualValue } from "../usual-value.ts";
import type { Context } from "./context.ts";
import { resolveDuration } from "./duration.ts";
import { eventScope } from "./scopes.ts";
import { resolveTerm } from "./terms.ts";

const DAY = 86_400_000;

/** By which events customers buy, and how what they are worth is counted. */
export function resolveValue(context: Context, events: readonly EventKind[]): Value {
  const value = context.file.value ?? {};
  const path = ["value"];
  const bought = resolveTerm(value.bought, [...path, "bought"], (event) => eventScope(event, context), context);
  const usual = usualValue(events);
  return {
    bought: bought.length > 0 ? bought : usual.bought,
    againWithinDays: daysOf("again-within", value["again-within"], context) ?? usual.againWithinDays,
    margin: shareOf(value.margin) ?? usual.margin,
    horizonDays: daysOf("horizon", value.horizon, context) ?? usual.horizonDays,
    discount: shareOf(value.discount) ?? usual.discount,
    said: (Object.keys(value) as ValueKey[]).toSorted(),
  };
}

const shareOf = (written: string | number | undefined): number | undefined =>
  typeof written === "string" ? Number.parseFloat(written) / 100 : written;

function daysOf(key: ValueKey, written: string | number | undefined, context: Context): number | undefined {
  if (written === undefined) return undefined;
  const path = ["value", key];
  const duration = resolveDuration(written, path, context);
  if (duration === undefined) return undefined;
  const days =
    duration.kind === "calendar"
      ? duration.days + duration.months * DAYS_A_MONTH
      : duration.kind === "elapsed"
        ? duration.ms / DAY
        : 0;
  if (days < 1) context.report.add("days-needed", { path }, { found: inWords(written) });
  return days;
}
