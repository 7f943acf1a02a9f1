import type { CustomerPromise, Experience, Term } from "./experience.ts";
import { durationsOf, partsOf } from "./parts.ts";
import type { Report } from "./report.ts";

/** What stands in the file but is used by nothing. */
export function reportUnused(experience: Experience, report: Report): void {
  const { promises } = experience;
  const journeys = new Set(promises.map((promise) => promise.journey));
  for (const { name } of experience.journeys) {
    if (!journeys.has(name)) report.add("journey-unused", { path: ["journeys", name], part: "key" }, { name });
  }
  const calendars = new Set(
    promises.flatMap(durationsOf).map((duration) => "calendar" in duration && duration.calendar),
  );
  for (const { name } of experience.calendars) {
    if (!calendars.has(name)) report.add("calendar-unused", { path: ["calendars", name], part: "key" }, { name });
  }
  reportEvents(experience, report);
  reportPlaces(experience, report);
}

function reportEvents(experience: Experience, report: Report): void {
  const { promises, occasions, journeys } = experience;
  const terms = [
    ...promises.flatMap((promise) => partsOf(promise).map(({ term }) => term)),
    ...occasions.map(({ when }) => when),
    experience.value.bought,
  ];
  const used = new Set([
    ...terms.flat().map(({ event }) => event),
    ...journeys.flatMap(({ path, ends }) => [...path, ...ends]),
  ]);
  const deciding = new Set(
    promises.filter((promise) => promise.touchpoint === undefined).flatMap((promise) => decidingTerm(promise)),
  );
  for (const event of experience.events) {
    const at = { path: ["events", event.name], part: "key" } as const;
    if (!used.has(event.name) && !event.felt && event.received === undefined && event.again === undefined)
      report.add("event-unused", at, event);
    else if (event.at === undefined && deciding.has(event.name)) report.add("event-without-touchpoint", at, event);
  }
}

function decidingTerm(promise: CustomerPromise): readonly string[] {
  return answeringTerm(promise).map(({ event }) => event);
}

function answeringTerm(promise: CustomerPromise): Term {
  switch (promise.kind) {
    case "then":
      return promise.then;
    case "count":
    case "never":
      return promise.count;
    case "first":
      return promise.first;
    case "measure":
      return promise.then.length > 0 ? promise.then : promise.when;
  }
}

function reportPlaces(experience: Experience, report: Report): void {
  const { promises, events, teams } = experience;
  const places = new Set([
    ...events.map(({ at }) => at),
    ...promises.flatMap(({ made, touchpoint }) => [made.at, touchpoint]),
  ]);
  for (const { name } of experience.touchpoints) {
    if (!places.has(name)) report.add("touchpoint-unused", { path: ["touchpoints", name], part: "key" }, { name });
  }
  const above = new Map(teams.map((team) => [team.name, team.in]));
  const answering = new Set<string>();
  const named = [
    ...experience.touchpoints.map(({ team }) => team),
    ...promises.flatMap(({ team, agreed }) => [team, ...agreed]),
  ];
  for (let team of named) {
    for (; team !== undefined && !answering.has(team); team = above.get(team)) answering.add(team);
  }
  for (const { name } of teams) {
    if (!answering.has(name)) report.add("team-answers-for-nothing", { path: ["teams", name], part: "key" }, { name });
  }
}
