import type { EventKind, Value } from "./experience.ts";

export const DAYS_A_MONTH = 365.25 / 12;

/** What is taken where the file says nothing. */
export const usualValue = (events: readonly EventKind[]): Value => ({
  bought: events.filter(({ received }) => received !== undefined).map(({ name }) => ({ event: name, if: undefined })),
  againWithinDays: 3 * DAYS_A_MONTH,
  margin: 1,
  horizonDays: 12 * DAYS_A_MONTH,
  discount: 0.1,
  said: [],
});
