import { z } from "zod";
import { saidBy } from "../../gaps/brief.ts";
import { customerOf } from "../../ledger/links/read.ts";
import { customerStory } from "../../ledger/story.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { asOfLast } from "../gaps/as-of.ts";
import { experienceOf } from "../gaps/prepared.ts";
import { requires } from "../rights.ts";
import { ID, nobody } from "./customers.ts";

export const SAYING = z
  .strictObject({
    at: MOMENT,
    event: z.string(),
    score: z.number(),
    from: z.number(),
    to: z.number(),
    words: z.string().nullable(),
  })
  .meta({ id: "Saying" });
const SAID = z.strictObject({ customer: z.string(), said: z.array(SAYING) });
const MOST = 1000;
const about = (summary: string) => ({ tags: ["customers"], summary });
const own = requires("customers:read");

/** Everything a customer said, by any id of theirs. */
export function saidRoutes(app: App, rooms: Rooms): void {
  const { house, shelf } = rooms;
  app.get(
    "/api/customers/:id/said",
    {
      ...own,
      schema: {
        ...about("Everything a customer said, the latest first; at most 1,000"),
        params: ID,
        querystring: z.strictObject({ format: FORMAT }),
        response: answers(SAID),
      },
    },
    async (request, reply) => {
      const [customer, asOf] = await Promise.all([customerOf(house.store, request.params.id), asOfLast(rooms)]);
      const story = await customerStory(house.store, customer, asOf);
      if (story.length === 0) throw nobody();
      const said = saidBy(experienceOf(shelf), story)
        .slice(0, MOST)
        .map(({ at, words = null, ...one }) => ({ ...one, words, at: new Date(at).toISOString() }));
      if (!wantsCsv(request, request.query.format)) return reply.send({ customer, said });
      const cells = said.map(({ at, event, score, from, to, words }) => [at, event, score, from, to, words]);
      return sendCsv(reply, "said", Object.keys(SAYING.shape), cells);
    },
  );
}
