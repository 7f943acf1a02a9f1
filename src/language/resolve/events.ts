import type { Path } from "../diagnostic.ts";
import type { EventKind, Felt, PropertyType } from "../experience.ts";
import { nearestName } from "../nearest-name.ts";
import type { EntryOf } from "../schema.ts";
import { type Context, checkName, entriesOf, propertiesOf, propertyOf } from "./context.ts";

type Fault = "score-not-number" | "words-not-text" | "received-not-number" | "again-not-yes-no";

/** What happens to customers, with the types of what is known then. */
export function resolveEvents(context: Context): readonly EventKind[] {
  const first = new Map<string, { readonly event: string; readonly type: PropertyType }>();
  return entriesOf("events", context.file).map(([name, entry]) => {
    const path = ["events", name];
    if (entry.at !== undefined) checkName("touchpoints", entry.at, { path: [...path, "at"] }, context);
    const has = Object.entries(entry.has ?? {}).map(([property, type]) => ({ name: property, type }));
    for (const property of has) checkType(property, name, first, context);
    if (entry.received !== undefined) {
      checkProperty(name, entry.received, ["number", "whole"], "received-not-number", [...path, "received"], context);
    }
    if (entry.again !== undefined)
      checkProperty(name, entry.again, ["yes-no"], "again-not-yes-no", [...path, "again"], context);
    const { at, received, again } = entry;
    return { name, at, has, felt: resolveFelt(name, entry, context), received, again };
  });
}

function checkType(
  property: EventKind["has"][number],
  event: string,
  first: Map<string, { readonly event: string; readonly type: PropertyType }>,
  context: Context,
): void {
  const { name, type } = property;
  const at = { path: ["events", event, "has", name] };
  const journey = context.follows.get(name);
  if (journey !== undefined) {
    if (type !== "text") context.report.add("follows-not-text", at, { name, type, journey });
    return;
  }
  const other = first.get(name);
  if (!other) first.set(name, { event, type });
  else if (other.type !== type) {
    context.report.add("property-with-two-types", at, { name, type, other: other.type, event: other.event });
  }
}

function resolveFelt(event: string, entry: EntryOf<"events">, context: Context): Felt | undefined {
  const { felt } = entry;
  if (!felt) return undefined;
  const path = ["events", event, "felt"];
  checkProperty(event, felt.score, ["number", "whole"], "score-not-number", [...path, "score"], context);
  if (felt.words !== undefined)
    checkProperty(event, felt.words, ["text"], "words-not-text", [...path, "words"], context);
  if (felt.from >= felt.to) context.report.add("score-range-empty", { path: [...path, "to"] }, felt);
  return { score: felt.score, from: felt.from, to: felt.to, words: felt.words };
}

function checkProperty(
  event: string,
  name: string,
  types: readonly PropertyType[],
  code: Fault,
  path: Path,
  context: Context,
): void {
  const type = propertyOf(event, name, context);
  if (type === "unknown") return;
  if (type === undefined) {
    const near = nearestName(name, propertiesOf(event, context));
    context.report.add("unknown-property", { path }, { name, events: [event] }, near);
  } else if (!types.includes(type)) context.report.add(code, { path }, { name, type });
}
