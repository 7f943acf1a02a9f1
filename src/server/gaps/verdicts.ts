import { z } from "zod";
import { narrow } from "../../gaps/filter.ts";
import { listVerdicts } from "../../promises/list.ts";
import { VERDICT_WORDS } from "../../promises/verdict.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { cursorOf, KEY64, NEXT, PAGE_QUERY, placeOf } from "../page.ts";
import { requires } from "../rights.ts";
import { FILTER_QUERY, filterOf } from "./filter-query.ts";
import { cellsOf, VERDICT, VERDICT_COLUMNS, verdictOf } from "./verdict-schema.ts";

const WORD = z.enum(VERDICT_WORDS);
const QUERY = FILTER_QUERY.extend({
  customer: z.string().min(1).max(500).optional().meta({ description: "To this customer." }),
  verdict: z
    .union([WORD, z.array(WORD)])
    .transform((one) => [one].flat())
    .optional()
    .meta({ description: "Repeat it for any of several." }),
  ...PAGE_QUERY,
  format: FORMAT,
});
const PAGE = z.strictObject({ as_of: MOMENT, verdicts: z.array(VERDICT), next: NEXT });
const PLACE = z.tuple([
  z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/),
  KEY64,
  z.string().max(200),
  KEY64,
  KEY64,
]);

/** Verdicts one by one: what is behind every number. */
export function verdictRoutes(app: App, { house, prepared, work }: Rooms): void {
  app.get(
    "/api/verdicts",
    {
      ...requires("customers:read"),
      schema: {
        tags: ["gaps"],
        summary: "Verdicts, those asked last first",
        description: "As CSV, the cursor of the next page is in the header `X-Next`.",
        querystring: QUERY,
        response: answers(PAGE),
      },
    },
    async (request, reply) => {
      const { query } = request;
      // Of one customer the verdicts themselves are as quick, and newer.
      const about = query.customer === undefined ? work : prepared;
      const { experience, asOf, source } = await about.judgement();
      const filter = filterOf(query, experience.timezone);
      const narrowed = narrow(experience, filter, source);
      const place = placeOf(PLACE, query.after);
      const found = await listVerdicts(house.store, narrowed.experience, {
        among: narrowed.among,
        customer: query.customer,
        words: query.verdict ?? [],
        after: place && {
          askedAt: place[0],
          customerKey: place[1],
          promise: place[2],
          subjectKey: place[3],
          askedKey: place[4],
        },
        asOf: Math.min(asOf, filter.to ?? asOf),
        limit: query.limit,
      });
      const last = found.length < query.limit ? undefined : found.at(-1)?.place;
      const next =
        last === undefined
          ? null
          : cursorOf([last.askedAt, last.customerKey, last.promise, last.subjectKey, last.askedKey]);
      const verdicts = found.map(({ verdict }) => verdict);
      if (wantsCsv(request, query.format))
        return sendCsv(reply, "verdicts", VERDICT_COLUMNS, verdicts.map(cellsOf), next);
      return reply.send({ as_of: new Date(asOf).toISOString(), verdicts: verdicts.map(verdictOf), next });
    },
  );
}
