import { z } from "zod";
import { NO_FILTER } from "../../gaps/filter.ts";
import type { PropertyChoice } from "../../gaps/filter-choices.ts";
import type { Report, Slice } from "../../gaps/gap.ts";
import type { Experience } from "../../language/experience.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { requires } from "../rights.ts";
import { wantsNewest } from "./answer.ts";

const count = z.int().min(0);
const PROPERTY = z
  .strictObject({
    name: z.string(),
    type: z.enum(["text", "number", "whole", "yes-no", "moment", "date", "duration"]),
    promises: z.array(z.string()).meta({ description: "Whose asking events have it" }),
    values: z
      .array(z.strictObject({ value: z.string().nullable(), events: count }))
      .nullable()
      .meta({ description: "The most frequent first; a null value is none. Null: no kinds to choose from" }),
    more: z.boolean(),
  })
  .meta({ id: "PropertyChoice" });

const FILTERS = z
  .strictObject({
    as_of: MOMENT,
    timezone: z.string(),
    months: z.array(z.strictObject({ month: z.string(), asked: count })),
    promises: z.array(
      z.strictObject({
        name: z.string(),
        says: z.string(),
        journey: z.string().nullable(),
        team: z.string().nullable(),
        touchpoint: z.string().nullable(),
        asked: count,
      }),
    ),
    occasions: z.array(z.strictObject({ name: z.string(), life: z.string().nullable(), asked: count })).meta({
      description: "An empty name is for askings without an occasion",
    }),
    teams: z.array(z.strictObject({ name: z.string(), in: z.string().nullable(), outside: z.boolean(), asked: count })),
    touchpoints: z.array(z.strictObject({ name: z.string(), team: z.string().nullable(), asked: count })),
    journeys: z.array(z.string()),
    properties: z.array(PROPERTY),
  })
  .meta({ id: "Filters" });
export type Filters = z.output<typeof FILTERS>;

/** What there is to filter by, and how much is behind each choice. */
export function filterRoutes(app: App, { work }: Rooms): void {
  app.get(
    "/api/filters",
    {
      ...requires("gaps:read"),
      schema: {
        tags: ["gaps"],
        summary: "What there is to filter by: months, promises, occasions, teams, touchpoints, properties",
        response: answers(FILTERS),
      },
    },
    async (request, reply) => {
      const newest = wantsNewest(request);
      const { report, answer } = await work.report(NO_FILTER, newest);
      const choices = await work.choices(newest);
      return reply.send(filtersOf(report, answer.judgement.experience, choices));
    },
  );
}

function filtersOf(
  { as_of, timezone, promises, by_team, by_touchpoint }: Report,
  experience: Experience,
  choices: readonly PropertyChoice[],
): z.output<typeof FILTERS> {
  const months = added(promises.flatMap(({ by_month }) => by_month));
  const occasions = added(promises.flatMap(({ by_occasion }) => by_occasion));
  const lives = new Map(experience.occasions.map(({ name, life }) => [name, life]));
  return {
    as_of,
    timezone,
    months: [...months].map(([month, asked]) => ({ month, asked })).sort((a, b) => (a.month < b.month ? -1 : 1)),
    promises: promises.map(({ promise: name, says, journey, team, touchpoint, asked }) => ({
      name,
      says,
      journey,
      team,
      touchpoint,
      asked,
    })),
    occasions: [...experience.occasions.map(({ name }) => name), ""].map((name) => ({
      name,
      life: lives.get(name) ?? null,
      asked: occasions.get(name) ?? 0,
    })),
    teams: by_team.map(({ name, in: above, outside, asked }) => ({ name, in: above, outside, asked })),
    touchpoints: by_touchpoint.map(({ name, in: team, asked }) => ({ name, team, asked })),
    journeys: experience.journeys.map(({ name }) => name),
    properties: choices.map((choice) => ({
      ...choice,
      promises: [...choice.promises],
      values: choice.values === null ? null : choice.values.map((one) => ({ ...one })),
    })),
  };
}

/** How many were asked, by key. */
function added(slices: readonly Slice[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { key, asked } of slices) sums.set(key ?? "", (sums.get(key ?? "") ?? 0) + asked);
  return sums;
}
