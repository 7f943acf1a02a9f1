import type { Experience, PropertyType } from "../src/language/experience.ts";
import { usualValue } from "../src/language/usual-value.ts";

/** An experience of events with these properties and nothing else, but for the properties that journeys follow. */
export function declaring(
  events: Readonly<Record<string, Readonly<Record<string, PropertyType>>>>,
  { timezone = "UTC", follows = [] }: { readonly timezone?: string; readonly follows?: readonly string[] } = {},
): Experience {
  return {
    name: "Test",
    currency: undefined,
    timezone,
    calendars: [],
    teams: [],
    touchpoints: [],
    events: Object.entries(events).map(([name, has]) => ({
      name,
      at: undefined,
      has: Object.entries(has).map(([property, type]) => ({ name: property, type })),
      felt: undefined,
      received: undefined,
      again: undefined,
    })),
    journeys: follows.map((property) => ({ name: property, follows: property, path: [], ends: [] })),
    occasions: [],
    promises: [],
    value: usualValue([]),
  };
}
