import { z } from "zod";
import { NO_FILTER } from "../../gaps/filter.ts";
import type { JourneyPath } from "../../gaps/gap.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { requires } from "../rights.ts";
import { wantsNewest } from "./answer.ts";
import { FILTER_QUERY, filterOf } from "./filter-query.ts";
import { JOURNEY, journeyOf, noJourney } from "./journey-answer.ts";
import { QUANTILES } from "./report-schema.ts";

const BRIEFLY = z
  .strictObject({
    journey: z.string(),
    subjects: z.int(),
    path: z.array(z.string()),
    variant_count: z.int(),
    as_meant: z.int(),
    throughput: QUANTILES.nullable(),
  })
  .meta({ id: "JourneyBriefly" });
const JOURNEYS = z.strictObject({ as_of: MOMENT, journeys: z.array(BRIEFLY) });
/** When they were begun, and on which occasion something was asked in them. */
export const BEGUN_QUERY = FILTER_QUERY.pick({ from: true, to: true, occasion: true });
export const NAMED = z.strictObject({ name: z.string().min(1).max(200) });
const about = (summary: string) => ({ tags: ["journeys"], summary });
const own = requires("gaps:read");

/** Journeys: the path as it is meant, and as it is gone. */
export function journeyRoutes(app: App, rooms: Rooms): void {
  const { work, prepared } = rooms;
  app.get(
    "/api/journeys",
    {
      ...own,
      schema: {
        ...about("All journeys"),
        querystring: z.strictObject({ format: FORMAT }),
        response: answers(JOURNEYS),
      },
    },
    async (request, reply) => {
      const { report } = await work.report(NO_FILTER, wantsNewest(request));
      if (wantsCsv(request, request.query.format))
        return sendCsv(
          reply,
          "journeys",
          ["journey", "subjects", "variants", "as_meant", "p50", "p90"],
          report.journeys.map(cells),
        );
      const journeys = report.journeys.map(({ journey, subjects, path, variant_count, as_meant, throughput }) => ({
        journey,
        subjects,
        path: [...path],
        variant_count,
        as_meant,
        throughput,
      }));
      return reply.send({ as_of: report.as_of, journeys });
    },
  );

  app.get(
    "/api/journeys/:name",
    {
      ...own,
      schema: {
        ...about("One journey: its steps, what follows on what, the ways that are gone, how long they take"),
        params: NAMED,
        description: "Filtered, it is of what was begun in that time, or asked on that occasion.",
        querystring: BEGUN_QUERY.extend({ format: FORMAT }),
        response: answers(JOURNEY),
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const { experience } = await prepared.judgement();
      const filter = filterOf(request.query, experience.timezone);
      const { told, answer } = await work.journey(name, filter, wantsNewest(request));
      if (told === undefined) throw noJourney();
      if (wantsCsv(request, request.query.format))
        return sendCsv(
          reply,
          "follows",
          ["from", "to", "count", "p50", "p90"],
          told.journey.follows.map(Object.values),
        );
      return reply.send(journeyOf(told, answer.judgement));
    },
  );
}

const cells = ({ journey, subjects, variant_count, as_meant, throughput }: JourneyPath) => [
  journey,
  subjects,
  variant_count,
  as_meant,
  throughput?.p50,
  throughput?.p90,
];
