import type { Experience, Journey } from "../language/experience.ts";
import { sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { readFollowing } from "./follows.ts";
import type { JourneyPath } from "./journey-path.ts";
import { eventsOf } from "./subject-paths.ts";
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

async function readJourney(store: Store, journey: Journey, asOf: number): Promise<JourneyPath> {
  const counted = await store.rows<{ readonly name: string; readonly count: string }>(
    sql`select name, count() as count from ${eventsOf(journey, asOf)} group by name order by count desc, name`,
  );
  const counts = new Map(counted.map(({ name, count }) => [name, Number(count)]));
  const names = [...counts.keys()];
  const events = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const { subjects, subjectsOf, ...following } = await readFollowing(store, journey, names, events, asOf);
  const onPath = new Set(journey.path);
  const steps = [...onPath, ...names.filter((name) => !onPath.has(name))].map((event) => ({
    event,
    count: counts.get(event) ?? 0,
    subjects: subjectsOf.get(event) ?? 0,
    on_path: onPath.has(event),
  }));
  const variants = await readVariants(store, journey, names, asOf);
  return { journey: journey.name, subjects, path: journey.path, steps, ...following, ...variants };
}
