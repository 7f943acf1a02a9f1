import { z } from "zod";
import { FILTER } from "../filter/filter.ts";

/** The page of a journey also says which step or way is looked at, and from which share (in per cent) on ways are shown. */
export const JOURNEY_SEARCH = FILTER.pick({ from: true, to: true, occasion: true }).extend({
  step: z.string().optional().catch(undefined),
  next: z.string().optional().catch(undefined),
  last: z.literal("yes").optional().catch(undefined),
  share: z.string().optional().catch(undefined),
});
