import { z } from "zod";
import type { FilterQuery } from "../../server/gaps/filter-query.ts";

/** A name may stand in an address once or several times, each of its values counts once. */
const several = z
  .union([z.string(), z.array(z.string())])
  .transform((one) => [...new Set([one].flat())])
  .optional()
  .catch(undefined);

/** The filter as it stands in the address of a page: the same words as in the addresses of the API. */
export const FILTER = z.object({
  from: z.string().optional().catch(undefined),
  to: z.string().optional().catch(undefined),
  occasion: several,
  team: several,
  touchpoint: several,
  property: several,
});

/** The first page also says by what its rows are sorted ("-broken" for the largest first) and put together. */
export const GAPS_SEARCH = FILTER.extend({
  sort: z.string().optional().catch(undefined),
  group: z.enum(["journey", "team"]).optional().catch(undefined),
});

/** The page of a promise also says by what it is cut and which verdicts are listed. */
export const PROMISE_SEARCH = FILTER.extend({
  by: z.string().optional().catch(undefined),
  verdict: several,
});

export type Filter = Omit<FilterQuery, "promise">;

/** The filter alone, out of an address that says other things, too. */
export const filterOf = ({ from, to, occasion, team, touchpoint, property }: Filter): Filter => ({
  from,
  to,
  occasion,
  team,
  touchpoint,
  property,
});

export const isFiltered = (filter: Filter): boolean =>
  Object.values(filterOf(filter)).some((value) => value !== undefined && value.length > 0);
