import type { Experience, Journey } from "../language/experience.ts";
import { sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { readFollowing } from "./follows.ts";
import type { JourneyPath } from "./journey-path.ts";
import { type Begun, EVERY, eventsOf } from "./subject-paths.ts";
import { readVariants } from "./variants.ts";

/**
 * How each journey is gone, found from the events: its steps, what follows on what, the ways, the time it takes.
 * `asOf` in milliseconds since 1970 UTC; later events do not exist.
 */
export async function readJourneys(
  store: Store,
  experience: Experience,
  asOf: number,
): Promise<readonly JourneyPath[]> {
  const paths: JourneyPath[] = [];
  // One after the other: each may need most of the engine's memory.
  for (const journey of experience.journeys) paths.push(await readJourney(store, journey, asOf));
  return paths;
}

/** One of them, of the subjects that were begun so. */
export async function readJourney(store: Store, journey: Journey, asOf: number, begun = EVERY): Promise<JourneyPath> {
  const counted = await store.rows<{ readonly name: string; readonly count: string }>(
    sql`select name, count() as count from ${eventsOf(journey, asOf)} group by name order by count desc, name`,
  );
  const names = counted.map(({ name }) => name);
  const events = counted.reduce((sum, { count }) => sum + Number(count), 0);
  const { subjects, countOf, subjectsOf, ...following } = await readFollowing(
    store,
    journey,
    names,
    events,
    asOf,
    begun,
  );
  const onPath = new Set(journey.path);
  const count = (name: string): number => countOf.get(name) ?? 0;
  const others = names.filter((name) => !onPath.has(name) && count(name) > 0).sort((a, b) => count(b) - count(a));
  const steps = [...onPath, ...others].map((event) => ({
    event,
    count: count(event),
    subjects: subjectsOf.get(event) ?? 0,
    on_path: onPath.has(event),
  }));
  const variants = await readVariants(store, journey, names, asOf, begun);
  return { journey: journey.name, subjects, path: journey.path, steps, ...following, ...variants };
}

export { type Begun, EVERY };
