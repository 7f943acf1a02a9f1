import { z } from "zod";
import { briefOn } from "../../gaps/brief.ts";
import { countByCustomer } from "../../gaps/customer-counts.ts";
import { KeptError } from "../../kept-error.ts";
import { placesOf, tellCustomers } from "../../ledger/customers.ts";
import { customerOf, readPerson } from "../../ledger/links/read.ts";
import { storyPage } from "../../ledger/story.ts";
import { answers, MOMENT, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { asOfLast } from "../gaps/as-of.ts";
import { experienceOf } from "../gaps/prepared.ts";
import { cursorOf, KEY64, NEXT, PAGE_QUERY, placeOf } from "../page.ts";
import { requires } from "../rights.ts";
import { BRIEF, briefOf, EVENT, eventOf } from "./brief-schema.ts";

export const CUSTOMER_ROW = z
  .strictObject({
    customer: z.string(),
    events: z.int(),
    first_event: MOMENT,
    last_event: MOMENT,
    kept: z.int(),
    broken: z.int(),
    open: z.int(),
  })
  .meta({ id: "CustomerRow" });
const ROWS = z.strictObject({ customers: z.array(CUSTOMER_ROW), next: NEXT });
const EVENTS = z.strictObject({ customer: z.string(), events: z.array(EVENT), next: NEXT });
export const ID = z.strictObject({ id: z.string().min(1).max(500) });
const SEARCH = z.strictObject({
  search: z.string().max(500).default("").meta({
    description: "Any id: of the customer, one they were known by, of an order, of an event; or how theirs begins.",
  }),
  ...PAGE_QUERY,
  format: FORMAT,
});
const FOUND = z.tuple([z.int().min(0).max(9), KEY64]);
const PLACE = z.tuple([z.int(), KEY64, z.string().max(1000)]);
const about = (summary: string) => ({ tags: ["customers"], summary });
const own = requires("customers:read");
const iso = (ms: number): string => new Date(ms).toISOString();

/** Customers: found by any id, each with their brief and their story. */
export function customerRoutes(app: App, rooms: Rooms): void {
  const { house, shelf } = rooms;

  app.get(
    "/api/customers",
    { ...own, schema: { ...about("Customers by any id"), querystring: SEARCH, response: answers(ROWS) } },
    async (request, reply) => {
      const { search, limit, after, format } = request.query;
      const experience = experienceOf(shelf);
      const place = placeOf(FOUND, after);
      const places = await placesOf(house.store, experience, {
        search: search.trim(),
        after: place && { rank: place[0], key: place[1] },
        limit,
      });
      const keys = places.map(({ key }) => key);
      const [found, counts] = await Promise.all([
        tellCustomers(house.store, places),
        countByCustomer(house.store, experience, keys),
      ]);
      const rows = found.map(({ customer, events, first, last, place: { key } }) => ({
        customer,
        events,
        first_event: iso(first),
        last_event: iso(last),
        ...(counts.get(key) ?? { kept: 0, broken: 0, open: 0 }),
      }));
      const end = places.length < limit ? undefined : places.at(-1);
      const next = end === undefined ? null : cursorOf([end.rank, end.key]);
      if (wantsCsv(request, format))
        return sendCsv(reply, "customers", Object.keys(CUSTOMER_ROW.shape), rows.map(Object.values), next);
      return reply.send({ customers: rows, next });
    },
  );

  app.get(
    "/api/customers/:id",
    {
      ...own,
      schema: { ...about("The brief on a customer, by any id of theirs"), params: ID, response: answers(BRIEF) },
    },
    async ({ params }) => briefBy(rooms, params.id),
  );

  app.get(
    "/api/customers/:id/events",
    {
      ...own,
      schema: {
        ...about("The story of a customer, the latest first"),
        params: ID,
        querystring: z.strictObject({ ...PAGE_QUERY, format: FORMAT }),
        response: answers(EVENTS),
      },
    },
    async (request, reply) => {
      const { limit, after, format } = request.query;
      const place = placeOf(PLACE, after);
      const before = place && { at: place[0], key: place[1], id: place[2] };
      const [customer, until] = await Promise.all([customerOf(house.store, request.params.id), asOfLast(rooms)]);
      const page = await storyPage(house.store, customer, { limit, before, until });
      if (page.length === 0 && before === undefined) throw nobody();
      const end = page.length < limit ? undefined : page.at(-1)?.place;
      const next = end === undefined ? null : cursorOf([end.at, end.key, end.id]);
      const events = page.map(({ event }) => eventOf(event));
      if (!wantsCsv(request, format)) return reply.send({ customer, events, next });
      const cells = events.map(({ properties, ...event }) => [...Object.values(event), JSON.stringify(properties)]);
      return sendCsv(reply, "events", Object.keys(EVENT.shape), cells, next);
    },
  );
}

export const nobody = () => new KeptError(NOTHING.code, "The ledger knows nobody by this id.", NOTHING);

/** The brief as `kept customer` shows it. Throws KeptError "not-found". */
export async function briefBy(rooms: Rooms, id: string): Promise<z.output<typeof BRIEF>> {
  const { house, shelf } = rooms;
  const experience = experienceOf(shelf);
  const [{ customer, ids }, asOf] = await Promise.all([readPerson(house.store, id), asOfLast(rooms)]);
  const brief = await briefOn(house.store, experience, customer, asOf);
  if (brief === undefined) throw nobody();
  const others = ids.filter((one) => one !== customer);
  return briefOf(experience, brief, others, asOf);
}
