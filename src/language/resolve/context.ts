import type { Path } from "../diagnostic.ts";
import type { EventKind, PropertyType, Team, Touchpoint } from "../experience.ts";
import { byNearness, nearestName } from "../nearest-name.ts";
import type { At, Report } from "../report.ts";
import type { EntryOf, Remains, Section } from "../schema.ts";

/** What resolving one part of the file may ask of the others. */
export interface Context {
  readonly report: Report;
  readonly file: Remains;
  /** Every name that the file gives to something, also where that something has faults. */
  readonly known: Readonly<Record<Section, ReadonlySet<string>>>;
  /** Properties that tie a journey together: text, on every event. */
  readonly follows: ReadonlyMap<string, string>;
  readonly timezone: string;
}

/** The context once the parts that promises lean on are resolved. */
export interface PromiseContext extends Context {
  readonly events: ReadonlyMap<string, EventKind>;
  readonly touchpoints: ReadonlyMap<string, Touchpoint>;
  readonly teams: ReadonlyMap<string, Team>;
}

export function entriesOf<S extends Section>(section: S, file: Remains): readonly (readonly [string, EntryOf<S>])[] {
  const entries: readonly [string, unknown][] = Object.entries(file[section] ?? {});
  return entries.map(([name, entry]) => [name, (entry ?? {}) as EntryOf<S>] as const);
}

const UNKNOWN = {
  teams: "unknown-team",
  touchpoints: "unknown-touchpoint",
  events: "unknown-event",
  journeys: "unknown-journey",
  occasions: "unknown-occasion",
  calendars: "unknown-calendar",
} as const;

/** Reports a name that the section does not have. */
export function checkName(section: keyof typeof UNKNOWN, name: string, at: At, context: Context): void {
  const known = context.known[section];
  if (known.has(name)) return;
  const near = nearestName(name, known);
  context.report.add(UNKNOWN[section], at, { name, known: near === undefined ? byNearness(name, known) : [] }, near);
}

/** Checks a list of names of one section; each may stand there once. */
export function checkNames(
  section: keyof typeof UNKNOWN,
  names: readonly string[],
  path: Path,
  context: Context,
): void {
  for (const [index, name] of names.entries()) {
    const at = { path: [...path, index] };
    if (names.indexOf(name) < index) context.report.add("duplicate-in-list", at, { name });
    else checkName(section, name, at, context);
  }
}

/** A property of an event: its type, "unknown" where a fault hides it, undefined where it is not declared. */
export function propertyOf(event: string, name: string, context: Context): PropertyType | "unknown" | undefined {
  if (context.follows.has(name)) return "text";
  const entry = Object.hasOwn(context.file.events ?? {}, event) ? (context.file.events?.[event] ?? {}) : undefined;
  if (!entry) return "unknown";
  if (entry.has && Object.hasOwn(entry.has, name)) return entry.has[name];
  const path = ["events", event, "has"];
  const hidden = context.report.spoiled([...path, name]) || (!entry.has && context.report.spoiled(path));
  return hidden ? "unknown" : undefined;
}

export function propertiesOf(event: string, context: Context): readonly string[] {
  const entry = Object.hasOwn(context.file.events ?? {}, event) ? context.file.events?.[event] : undefined;
  return [...Object.keys(entry?.has ?? {}), ...context.follows.keys()];
}
