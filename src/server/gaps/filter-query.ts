import { z } from "zod";
import type { Filter } from "../../gaps/filter.ts";
import { namedMoment } from "../../language/named-moment.ts";

const several = (what: string) =>
  z
    .union([z.string().max(500), z.array(z.string().max(500)).max(50)])
    .transform((one) => [one].flat())
    .optional()
    .meta({ description: `${what} Repeat it for any of several.` });

/** Filters as they stand in an address: the same in `/api` and on the pages. */
export const FILTER_QUERY = z.strictObject({
  from: z
    .string()
    .max(40)
    .optional()
    .meta({ description: "Asked at this moment or later: 2026-10-31, or 2026-10-31T12:00:00Z." }),
  to: z.string().max(40).optional().meta({ description: "Asked at this moment or earlier; a day means its end." }),
  promise: several("Of this promise."),
  occasion: several("Of this occasion; empty for none."),
  team: several("Of this team, and those below it."),
  touchpoint: several("Made good at this touchpoint."),
  property: several(
    "The event that asked has this: `channel:web`, or `channel` for those without a channel. Of several, the same property may have any of the values, and different ones must all hold.",
  ),
});
export type FilterQuery = z.output<typeof FILTER_QUERY>;

/** Throws KeptError "bad-moment" where a time cannot be read. */
export function filterOf(query: FilterQuery, timezone: string): Filter {
  const properties = new Map<string, (string | null)[]>();
  for (const one of query.property ?? []) {
    const colon = one.indexOf(":");
    const [name, value] = colon < 0 ? [one, null] : [one.slice(0, colon), one.slice(colon + 1)];
    properties.set(name, [...(properties.get(name) ?? []), value]);
  }
  return {
    from: query.from === undefined ? undefined : namedMoment(query.from, timezone, "first"),
    to: query.to === undefined ? undefined : namedMoment(query.to, timezone, "last"),
    promises: query.promise ?? [],
    occasions: query.occasion ?? [],
    teams: query.team ?? [],
    touchpoints: query.touchpoint ?? [],
    properties: [...properties].map(([name, values]) => ({ name, values })),
  };
}

/** The same for filters that mean the same, in whatever order they were written. */
export function keyOfFilter(filter: Filter): string {
  const sorted = (list: readonly (string | null)[]) => [...new Set(list)].sort();
  const { from, to, promises, occasions, teams, touchpoints, properties } = filter;
  return JSON.stringify([
    from ?? null,
    to ?? null,
    ...[promises, occasions, teams, touchpoints].map(sorted),
    properties.map(({ name, values }) => [name, ...sorted(values)]).sort(),
  ]);
}
