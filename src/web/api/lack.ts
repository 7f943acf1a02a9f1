import { Problem } from "./call.ts";

/** What has to be done first, where nothing can be shown yet. */
export type Lack = "no-experience" | "not-judged";
export const lacks = (error: Error | null): Lack | null =>
  error instanceof Problem && (error.code === "no-experience" || error.code === "not-judged") ? error.code : null;
