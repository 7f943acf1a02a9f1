import { z } from "zod";
import { type Goer, readGoers, type Stretch } from "../../journeys/goers.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { cursorOf, KEY64, NEXT, PAGE_QUERY, placeOf } from "../page.ts";
import { requires } from "../rights.ts";
import { filterOf } from "./filter-query.ts";
import { noJourney } from "./journey-answer.ts";
import { BEGUN_QUERY, NAMED } from "./journeys.ts";

const QUERY = BEGUN_QUERY.extend({
  step: z.string().min(1).max(200).meta({ description: "Who came to this step" }),
  next: z.string().min(1).max(200).optional().meta({ description: "… and went straight on to this one" }),
  last: z.enum(["yes"]).optional().meta({ description: "… and for whom nothing has come after it; not with `next`" }),
  ...PAGE_QUERY,
  format: FORMAT,
}).refine(({ next, last }) => next === undefined || last === undefined, "`next` and `last` exclude each other");
const GOER = z
  .strictObject({
    customer: z.string(),
    subject: z.string().meta({ description: "What the journey follows, such as the number of the order" }),
    at: MOMENT,
    waited: z.number().nullable().meta({ description: "Seconds since the step before" }),
    kept: z.int(),
    broken: z.int(),
    open: z.int(),
  })
  .meta({ id: "JourneyCustomer" });
export const GOERS = z.strictObject({ as_of: MOMENT, customers: z.array(GOER), next: NEXT });
const PLACE = z.tuple([z.int(), KEY64, KEY64, z.int().min(1)]);

/** Who is behind a step or an arrow of a journey, the latest first. */
export function journeyCustomerRoutes(app: App, { house, work }: Rooms): void {
  app.get(
    "/api/journeys/:name/customers",
    {
      ...requires("customers:read"),
      schema: {
        tags: ["journeys"],
        summary: "Who came to a step, went on to another, or no further; the latest first",
        params: NAMED,
        querystring: QUERY,
        response: answers(GOERS),
      },
    },
    async (request, reply) => {
      const { query, params } = request;
      const { experience, asOf, source } = await work.judgement();
      const journey = experience.journeys.find(({ name }) => name === params.name);
      if (journey === undefined) throw noJourney();
      const { from, to, occasions } = filterOf(query, experience.timezone);
      const place = placeOf(PLACE, query.after);
      const found = await readGoers(house.store, {
        journey,
        stored: source.ways,
        stretch: stretchOf(query),
        begun: { from, to, occasions },
        asOf,
        after: place && { at: place[0], customerKey: place[1], subjectKey: place[2], nth: place[3] },
        limit: query.limit,
      });
      const end = found.length < query.limit ? undefined : found.at(-1)?.place;
      const next = end === undefined ? null : cursorOf([end.at, end.customerKey, end.subjectKey, end.nth]);
      const customers = found.map(goerOf);
      if (wantsCsv(request, query.format))
        return sendCsv(reply, "journey-customers", Object.keys(GOER.shape), customers.map(Object.values), next);
      return reply.send({ as_of: new Date(asOf).toISOString(), customers, next });
    },
  );
}

function stretchOf({ step, next, last }: z.output<typeof QUERY>): Stretch {
  if (next !== undefined) return { kind: "move", step, next };
  return { kind: last === undefined ? "step" : "last", step };
}

const goerOf = ({ customer, subject, at, waited, kept, broken, open }: Goer): z.output<typeof GOER> => ({
  customer,
  subject,
  at: new Date(at).toISOString(),
  waited,
  kept,
  broken,
  open,
});
