import type { z } from "zod";
import type { Experience } from "../../language/experience.ts";
import type { PARSED } from "./schemas.ts";

/** An experience as the pages need it. */
export const parsedOf = (experience: Experience): z.output<typeof PARSED> => ({
  name: experience.name,
  currency: experience.currency ?? null,
  timezone: experience.timezone,
  teams: experience.teams.map(({ name, in: above, outside }) => ({ name, in: above ?? null, outside })),
  touchpoints: experience.touchpoints.map(({ name, team }) => ({ name, team: team ?? null })),
  events: experience.events.map(({ name, at, has, felt, received }) => ({
    name,
    at: at ?? null,
    has: has.map((property) => ({ name: property.name, type: property.type })),
    felt: felt !== undefined,
    received: received ?? null,
  })),
  journeys: experience.journeys.map(({ name, follows, path, ends }) => ({
    name,
    follows,
    path: [...path],
    ends: [...ends],
  })),
  occasions: experience.occasions.map(({ name, life, hopes, ifWeFail, ifWeShine, stakes }) => ({
    name,
    life: life ?? null,
    hopes: hopes ?? null,
    if_we_fail: ifWeFail ?? null,
    if_we_shine: ifWeShine ?? null,
    stakes,
  })),
  promises: experience.promises.map((promise) => ({
    name: promise.name,
    says: promise.says,
    kind: promise.kind,
    journey: promise.journey ?? null,
    when: promise.when.map(({ event }) => event),
    touchpoint: promise.touchpoint ?? null,
    team: promise.team ?? null,
    goal: promise.goal ?? null,
    agreed: [...promise.agreed],
    worth: promise.worth ?? null,
  })),
});
