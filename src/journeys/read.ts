import type { Experience } from "../language/experience.ts";
import { sql } from "../sql/sql.ts";
import { inTurn } from "../storage/in-turn.ts";
import type { Store } from "../storage/store.ts";
import { readFollowing } from "./follows.ts";
import type { JourneyPath } from "./journey-path.ts";
import { type Begun, EVERY, type Goings, namesIn } from "./subject-paths.ts";
import { readVariants } from "./variants.ts";

/**
 * How each journey is gone: its steps, what follows on what, the ways, the time it takes. `asOf` in milliseconds since
 * 1970 UTC; later events do not exist. `stored`: as the table `ways` holds it, else found from the events.
 */
export async function readJourneys(
  store: Store,
  experience: Experience,
  asOf: number,
  stored = false,
): Promise<readonly JourneyPath[]> {
  const paths: JourneyPath[] = [];
  // One after the other: each may need most of the engine's memory.
  for (const journey of experience.journeys)
    paths.push(await readJourney(store, { journey, asOf, begun: EVERY, stored }));
  return paths;
}

/** One of them, of the subjects that were begun so. */
export async function readJourney(store: Store, goings: Goings): Promise<JourneyPath> {
  const { journey } = goings;
  const counted = await store.rows<{ readonly name: string; readonly count: string }>(
    sql`select name, count() as count from ${namesIn(goings)} group by name order by name`,
  );
  // In an order that is the same for all subjects and for some: what is equally frequent comes in it.
  const names = counted.map(({ name }) => name);
  const events = counted.reduce((sum, { count }) => sum + Number(count), 0);
  const ask = inTurn(events <= FEW);
  const [{ subjects, countOf, subjectsOf, ...following }, variants] = await Promise.all([
    ask(() => readFollowing(store, goings, names, events)),
    ask(() => readVariants(store, goings, names)),
  ]);
  const onPath = new Set(journey.path);
  const count = (name: string): number => countOf.get(name) ?? 0;
  const others = names.filter((name) => !onPath.has(name) && count(name) > 0).sort((a, b) => count(b) - count(a));
  const steps = [...onPath, ...others].map((event) => ({
    event,
    count: count(event),
    subjects: subjectsOf.get(event) ?? 0,
    on_path: onPath.has(event),
  }));
  return { journey: journey.name, subjects, path: journey.path, steps, ...following, ...variants };
}

/** Of so many events at most both are asked side by side. */
const FEW = 2_000_000;

export { type Begun, EVERY };
