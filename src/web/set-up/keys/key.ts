import type { z } from "zod";
import type { KEY, MADE } from "../../../server/people/keys.ts";
import type { HEARD } from "../../../server/set-up/set-up.ts";

/** A key or token as the server lists it: without its secret, which only its making tells. */
export type Key = z.output<typeof KEY>;
export type Made = z.output<typeof MADE>;
/** What came in by a key since it was made. */
export type Heard = z.output<typeof HEARD>;
