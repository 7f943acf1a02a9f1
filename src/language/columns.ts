import type { Experience, PropertyType } from "./experience.ts";

/** A property that gets a column of its own in the ledger. */
export interface Column {
  readonly name: string;
  readonly type: PropertyType;
  /** Whether a journey follows it. */
  readonly follows: boolean;
}

/** Every declared property once, with those that journeys follow (as text), sorted by name. */
export function columnsOf(experience: Experience): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const { has } of experience.events)
    for (const { name, type } of has) columns.set(name, { name, type, follows: false });
  for (const { follows } of experience.journeys) columns.set(follows, { name: follows, type: "text", follows: true });
  return [...columns.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
