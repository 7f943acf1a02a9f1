import { z } from "zod";
import { findCustomers } from "../../ledger/customers.ts";
import { permissionsOfCaller } from "../../people/caller.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { experienceOf } from "../gaps/prepared.ts";
import { requires } from "../rights.ts";

const QUERY = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .meta({ description: "Any id of a customer or how theirs begins; part of a name." }),
  limit: z.coerce.number().int().min(1).max(50).default(8).meta({ description: "At most so many of each." }),
});
const NAMED = z.strictObject({ name: z.string(), says: z.string().nullable() });
export const FOUND = z
  .strictObject({
    customers: z
      .array(z.strictObject({ customer: z.string(), events: z.int(), last_event: MOMENT }))
      .nullable()
      .meta({ description: "The exact ones first; null without customers:read" }),
    promises: z.array(NAMED),
    journeys: z.array(NAMED),
    teams: z.array(NAMED),
    touchpoints: z.array(NAMED),
  })
  .meta({ id: "Found" });

/** One question for all that can be gone to: customers by any id, and what the experience file names. */
export function searchRoutes(app: App, { house, shelf }: Rooms): void {
  app.get(
    "/api/search",
    {
      ...requires("gaps:read"),
      schema: {
        tags: ["customers"],
        summary: "Customers by any id, and promises, journeys, teams and touchpoints by their words",
        querystring: QUERY,
        response: answers(FOUND),
      },
    },
    async ({ query: { q, limit }, caller }) => {
      const experience = experienceOf(shelf);
      const { promises, journeys, teams, touchpoints } = experience;
      const sees = permissionsOfCaller(caller).includes("customers:read");
      const found = sees ? await findCustomers(house.store, experience, { search: q, after: undefined, limit }) : null;
      const customers = found?.map(({ customer, events, last }) => ({
        customer,
        events,
        last_event: new Date(last).toISOString(),
      }));
      const wanted = folded(q);
      const named = (list: readonly { readonly name: string; readonly says?: string }[]) =>
        list
          .filter(({ name, says = "" }) => folded(`${name} ${says}`).includes(wanted))
          .slice(0, limit)
          .map(({ name, says = null }) => ({ name, says }));
      return {
        customers: customers ?? null,
        promises: named(promises),
        journeys: named(journeys),
        teams: named(teams),
        touchpoints: named(touchpoints),
      };
    },
  );
}

/** The same for what people take for the same: case and dashes do not count. */
const folded = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]+/g, " ");
