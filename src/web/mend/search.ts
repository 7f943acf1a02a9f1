import { z } from "zod";
import { FILTER } from "../filter/filter.ts";

/** What the page to mend has in its address: whose, in which order, and the filter. */
export const MEND_SEARCH = FILTER.extend({
  show: z.enum(["open", "mine", "closed"]).optional().catch(undefined),
  order: z.enum(["deficit", "to_save"]).optional().catch(undefined),
  promise: z.string().optional().catch(undefined),
});
export type MendSearch = z.output<typeof MEND_SEARCH>;
