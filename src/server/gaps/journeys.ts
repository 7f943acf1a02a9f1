import { z } from "zod";
import { NO_FILTER } from "../../gaps/filter.ts";
import type { JourneyPath } from "../../gaps/gap.ts";
import { KeptError } from "../../kept-error.ts";
import { answers, MOMENT, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { requires } from "../rights.ts";
import { wantsNewest } from "./answer.ts";
import { JOURNEY_PATH, QUANTILES } from "./report-schema.ts";

const BRIEFLY = z
  .strictObject({
    journey: z.string(),
    subjects: z.int(),
    path: z.array(z.string()),
    variant_count: z.int(),
    throughput: QUANTILES.nullable(),
  })
  .meta({ id: "JourneyBriefly" });
const JOURNEYS = z.strictObject({ as_of: MOMENT, journeys: z.array(BRIEFLY) });
const JOURNEY = z
  .strictObject({
    as_of: MOMENT,
    ...JOURNEY_PATH.shape,
    promises: z.array(z.string()).meta({ description: "Made on this journey" }),
  })
  .meta({ id: "Journey" });
const NAMED = z.strictObject({ name: z.string().min(1).max(200) });
const about = (summary: string) => ({ tags: ["journeys"], summary });
const own = requires("gaps:read");

/** Journeys: the path as it is meant, and as it is gone. */
export function journeyRoutes(app: App, { work }: Rooms): void {
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
          ["journey", "subjects", "variants", "p50", "p90"],
          report.journeys.map(cells),
        );
      const journeys = report.journeys.map(({ journey, subjects, path, variant_count, throughput }) => ({
        journey,
        subjects,
        path: [...path],
        variant_count,
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
        querystring: z.strictObject({ format: FORMAT }),
        response: answers(JOURNEY),
      },
    },
    async (request, reply) => {
      const { report } = await work.report(NO_FILTER, wantsNewest(request));
      const found = report.journeys.find(({ journey }) => journey === request.params.name);
      if (found === undefined)
        throw new KeptError(NOTHING.code, "There is no such journey in the experience file.", NOTHING);
      if (wantsCsv(request, request.query.format))
        return sendCsv(reply, "follows", ["from", "to", "count", "p50", "p90"], found.follows.map(Object.values));
      const promises = report.promises.filter(({ journey }) => journey === found.journey).map(({ promise }) => promise);
      return reply.send({ as_of: report.as_of, ...found, promises } as z.output<typeof JOURNEY>);
    },
  );
}

const cells = ({ journey, subjects, variant_count, throughput }: JourneyPath) => [
  journey,
  subjects,
  variant_count,
  throughput?.p50,
  throughput?.p90,
];
