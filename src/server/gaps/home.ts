import { z } from "zod";
import type { GapInBrief, PromiseGap, Report } from "../../gaps/gap.ts";
import { partOf } from "../../gaps/tally.ts";
import type { Experience } from "../../language/experience.ts";
import { leadOf } from "../../report/words/lead.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { requires } from "../rights.ts";
import { sendReady, wantsNewest } from "./answer.ts";
import { derivedFrom } from "./derived.ts";
import { FILTER_QUERY, filterOf } from "./filter-query.ts";
import { experienceOf } from "./prepared.ts";
import { PART, PROMISE_GAP, ROLLUP } from "./report-schema.ts";

const LEAD = z
  .strictObject({
    before: z.string(),
    says: z.string().nullable(),
    after: z.string(),
    then: z.string().nullable(),
    promise: z.string().nullable(),
  })
  .meta({ id: "Lead", description: "The one sentence of what matters most: before, the promise's own words, after." });

const ROW = PROMISE_GAP.omit({
  by_occasion: true,
  by_month: true,
  by_team: true,
  by_touchpoint: true,
  by_property: true,
  legs: true,
})
  .extend({
    by_month: z.array(PART),
    worth: z.number().nullable().meta({ description: "What a broken one is thought to cost, as the file says" }),
    thought_cost: z.number().nullable().meta({ description: "That, times the broken ones" }),
  })
  .meta({ id: "GapRow" });

const GAPS = z
  .strictObject({
    as_of: MOMENT,
    experience: z.string(),
    currency: z.string().nullable(),
    timezone: z.string(),
    events: z.int(),
    customers: z.int(),
    lead: LEAD,
    promises: z.array(ROW),
    by_team: z.array(ROLLUP),
    by_touchpoint: z.array(ROLLUP),
  })
  .meta({ id: "Gaps" });

/** All promises in one look: a row each, and the one sentence of what matters most. */
export function homeRoutes(app: App, { shelf, work }: Rooms): void {
  const gaps = derivedFrom<{ readonly report: Report<GapInBrief>; readonly experience: Experience }>(
    ({ report, experience }): z.output<typeof GAPS> => gapsOf(report, experience),
  );
  app.get(
    "/api/gaps",
    {
      ...requires("gaps:read"),
      schema: {
        tags: ["gaps"],
        summary: "All promises in one look",
        description: "What the first page shows: of each promise what `/api/report` says, but for its cuts and legs.",
        querystring: FILTER_QUERY,
        response: answers(GAPS),
      },
    },
    async (request, reply) => {
      const filter = filterOf(request.query, experienceOf(shelf).timezone);
      const { report, answer } = await work.brief(filter, wantsNewest(request));
      return sendReady(request, reply, gaps(answer, { report, experience: answer.judgement.experience }));
    },
  );
}

function gapsOf(report: Report<GapInBrief>, experience: Experience): z.output<typeof GAPS> {
  const { promise, ...lead } = leadOf(report);
  const { as_of, currency, timezone, events, customers, by_team, by_touchpoint } = report;
  return {
    as_of,
    experience: report.experience,
    currency,
    timezone,
    events,
    customers,
    lead: { ...lead, promise: promise?.promise ?? null },
    promises: report.promises.map((gap) => rowOf(gap, experience)) as z.output<typeof GAPS>["promises"],
    by_team: by_team as z.output<typeof GAPS>["by_team"],
    by_touchpoint: by_touchpoint as z.output<typeof GAPS>["by_touchpoint"],
  };
}

/** The promise may be there whole. */
function rowOf(gap: GapInBrief & Partial<Omit<PromiseGap, "by_month">>, { promises }: Experience) {
  const { by_occasion, by_month, by_team, by_touchpoint, by_property, legs, ...row } = gap;
  const worth = promises.find(({ name }) => name === gap.promise)?.worth ?? null;
  return {
    ...row,
    by_month: by_month.map(partOf),
    worth,
    thought_cost: worth === null ? null : worth * (gap.late + gap.missed),
  };
}
