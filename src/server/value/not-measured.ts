import { KeptError } from "../../kept-error.ts";

/** Before anything was fitted. */
export const notMeasured = (): KeptError =>
  new KeptError("not-measured", "What gaps cost is being worked out for the first time; ask again soon.", {
    status: 503,
  });
