import { LIMITS } from "./limits.ts";
import { writeJson } from "./read-json.ts";
import type { RefusalReason } from "./refusals.ts";

/** An event at the door, as its sender means it. Times are milliseconds since 1970 UTC. */
export interface NewEvent {
  /** The id it came with, whoever that is now known to be. */
  readonly customer: string;
  readonly name: string;
  readonly at: number;
  readonly id: string;
  /** A JSON object. */
  readonly properties: string;
}

/** Word that two ids are one customer: what came as `knownAs` belongs to `customer`. */
export interface NewLink {
  readonly knownAs: string;
  readonly customer: string;
}

/** What a message says once it is understood: something that happened, that two ids are one customer, or both. */
export interface Taken {
  readonly kind: "taken";
  readonly event: NewEvent | undefined;
  readonly link: NewLink | undefined;
}

/** A message that can be no event, and why. */
export interface Refused {
  readonly kind: "refused";
  readonly reason: RefusalReason;
  /** Whom it seems to be about; "" where that cannot be told. */
  readonly customer: string;
  /** As it came: JSON, or any text where it was none. */
  readonly message: string;
}

export type Reading = Taken | Refused;

/** `message` is what `readJson` read, or the text that it could not read. */
export const refused = (reason: RefusalReason, customer: string, message: unknown): Refused => ({
  kind: "refused",
  reason,
  customer: customer.toWellFormed().slice(0, LIMITS.customer),
  message: (typeof message === "string" ? message : written(message)).toWellFormed(),
});

function written(message: unknown): string {
  try {
    return writeJson(message);
  } catch (thrown) {
    if (thrown instanceof RangeError) return "(nested too deep to be kept)";
    throw thrown;
  }
}
