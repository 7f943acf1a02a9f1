import type { Experience } from "../src/language/experience.ts";
import type { Store } from "../src/storage/store.ts";
import { load, prepare } from "./agreement/load.ts";
import type { Happening } from "./agreement/world-arbitrary.ts";

/** Something that happened: who, when (ISO, UTC, or milliseconds), what, and what is known of it. */
export type Happened = readonly [
  customer: string,
  at: string | number,
  name: string,
  properties?: Readonly<Record<string, string | number | boolean>>,
];

/** As events whose ids are `e` and their place, counted from the first one's. */
export const eventsOf = (lines: readonly Happened[], place = 0): readonly Happening[] =>
  lines.map(([customer, at, name, properties = {}], i) => ({
    id: `e${place + i}`,
    customer,
    name,
    at: typeof at === "number" ? at : Date.parse(at),
    properties,
  }));

/** Makes the ledger hold these events and no others. */
export async function fill(store: Store, experience: Experience, lines: readonly Happened[]): Promise<void> {
  await prepare(store, experience);
  await load(store, eventsOf(lines));
}
