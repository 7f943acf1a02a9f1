import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { promiseNamed } from "../../language/promise-named.ts";
import { permissionsOfCaller } from "../../people/caller.ts";
import { readClock } from "../../promises/clock.ts";
import { promiseSql } from "../../promises/promise-sql.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, wantsCsv } from "../csv.ts";
import { requires } from "../rights.ts";
import { asOfAnswer, wantsNewest } from "./answer.ts";
import { asOfLast } from "./as-of.ts";
import { FILTER_QUERY, filterOf } from "./filter-query.ts";
import { experienceOf } from "./prepared.ts";
import { sendGaps } from "./report.ts";
import { PROMISE_GAP } from "./report-schema.ts";
import { WORST, worstOf } from "./verdict-schema.ts";

const PROMISES = z.strictObject({ as_of: MOMENT, promises: z.array(PROMISE_GAP) });
const PROMISE = z
  .strictObject({
    as_of: MOMENT,
    currency: z.string().nullable(),
    timezone: z.string(),
    ...PROMISE_GAP.shape,
    worst: z.array(WORST).nullable().meta({ description: "Who is behind the worst; null without customers:read" }),
  })
  .meta({ id: "Promise" });
const SQL = z.strictObject({ promise: z.string(), as_of: MOMENT, sql: z.string() });
const NAMED = z.strictObject({ name: z.string().min(1).max(200) });
const about = (summary: string) => ({ tags: ["gaps"], summary });
const own = requires("gaps:read");

/** The promises: each in depth, as `kept promise` shows it. */
export function promiseRoutes(app: App, rooms: Rooms): void {
  const { shelf, work } = rooms;

  app.get(
    "/api/promises",
    {
      ...own,
      schema: {
        ...about("All promises, each with its figures"),
        querystring: FILTER_QUERY.extend({ format: FORMAT }),
        response: answers(PROMISES),
      },
    },
    async (request, reply) => {
      const filter = filterOf(request.query, experienceOf(shelf).timezone);
      const newest = wantsNewest(request);
      if (wantsCsv(request, request.query.format)) return sendGaps(reply, (await work.brief(filter, newest)).report);
      const { report } = await work.report(filter, newest);
      return reply.send({ as_of: report.as_of, promises: report.promises } as z.output<typeof PROMISES>);
    },
  );

  app.get(
    "/api/promises/:name",
    {
      ...own,
      schema: {
        ...about("One promise in depth"),
        params: NAMED,
        querystring: FILTER_QUERY.omit({ promise: true }),
        response: answers(PROMISE),
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const experience = experienceOf(shelf);
      promiseNamed(experience, name);
      const filter = filterOf(request.query, experience.timezone);
      const newest = wantsNewest(request);
      const seesCustomers = permissionsOfCaller(request.caller).includes("customers:read");
      const [{ told: gap, answer }, worst] = await Promise.all([
        work.gap(name, filter, newest),
        seesCustomers ? work.worst(name, filter, newest) : null,
      ]);
      if (gap === undefined) throw nothingLeft(name);
      const about = { as_of: asOfAnswer(answer), currency: experience.currency ?? null, timezone: experience.timezone };
      return reply.send({ ...about, ...gap, worst: worst?.map(worstOf) ?? null } as z.output<typeof PROMISE>);
    },
  );

  app.get(
    "/api/promises/:name/sql",
    { ...own, schema: { ...about("The SQL that judges a promise"), params: NAMED, response: answers(SQL) } },
    async ({ params }) => sqlOf(rooms, params.name),
  );
}

async function sqlOf({ house, shelf, prepared }: Rooms, name: string): Promise<z.output<typeof SQL>> {
  const experience = experienceOf(shelf);
  const promise = promiseNamed(experience, name);
  const asOf = await asOfLast({ house, prepared });
  const clock = await readClock(house.store, experience);
  const sql = await promiseSql(house.store, experience, promise, clock, asOf);
  return { promise: name, as_of: new Date(asOf).toISOString(), sql };
}

const nothingLeft = (name: string) =>
  new KeptError("filtered-out", `The filter leaves nothing of the promise ${name}; take some of it away.`, {
    status: 404,
  });
