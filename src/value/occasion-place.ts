import type { Experience } from "../language/experience.ts";
import { isOfTerm } from "../promises/pass.ts";
import { commas, digits, type Sql, sql } from "../sql/sql.ts";

/** Where an event matches no occasion; the least over a customer's events is the customer's occasion. */
export const NO_OCCASION = 255;

/** Of an event the place in the file, from 1, of the first occasion that it matches. */
export function occasionPlace({ occasions }: Experience): Sql {
  const places = occasions.map(({ when }, i) => sql`${isOfTerm(when)}, ${digits(i + 1)}`);
  return places.length === 0 ? sql`${digits(NO_OCCASION)}` : sql`multiIf(${commas(places)}, ${digits(NO_OCCASION)})`;
}
