import type { Experience, PropertyType } from "../language/experience.ts";

/** A declared property that tells something of what happened. */
export interface TellingProperty {
  readonly name: string;
  readonly type: PropertyType;
}

/** Everything declared, in its order, but what journeys follow, which is a name, and what customers said in their own words. */
export function tellingProperties({ events, journeys }: Experience): readonly TellingProperty[] {
  const out = new Set([...journeys.map(({ follows }) => follows), ...events.map(({ felt }) => felt?.words)]);
  const declared = new Map(events.flatMap(({ has }) => has.map(({ name, type }) => [name, type] as const)));
  return [...declared].map(([name, type]) => ({ name, type })).filter(({ name }) => !out.has(name));
}
