import { z } from "zod";
import { listKeys } from "../../people/keys.ts";
import { readPeople } from "../../people/people.ts";
import { NOTHING, readJudged } from "../../promises/judged.ts";
import { sql } from "../../sql/sql.ts";
import { MOMENT, momentOf } from "../answers.ts";
import type { Rooms } from "../app.ts";

export const STANDING = z
  .strictObject({
    experience: z
      .strictObject({
        name: z.string().nullable(),
        version: z.int().meta({ description: "0: the file beside the server" }),
        faults: z.int(),
        promises: z.int(),
      })
      .nullable()
      .meta({ description: "null: there is none yet" }),
    events: z.int(),
    first_event_at: MOMENT.nullable(),
    sources: z.array(z.string()).meta({ description: "Where the events came from; at most 20" }),
    keys: z.int(),
    people: z.int(),
    judged_as_of: MOMENT.nullable().meta({ description: "null: nothing was judged yet" }),
    demo: z
      .strictObject({ state: z.enum(["no", "making", "made", "failed"]), share: z.number() })
      .meta({ description: "Whether these are the customers of the demo; `share` of them is made" }),
  })
  .meta({ id: "SetUp" });
export type Standing = z.output<typeof STANDING>;

const DEMO = "demo";
const MADE: Standing["demo"] = { state: "made", share: 1 };
const NO_DEMO: Standing["demo"] = { state: "no", share: 0 };

/** What is there and what is missing; `making` where this server makes the demo, or failed to. */
export async function readStanding(
  { house, shelf }: Pick<Rooms, "house" | "shelf">,
  making: Standing["demo"] | undefined,
): Promise<Standing> {
  const { store, state } = house;
  const [[events], sources, judged, keys, people] = await Promise.all([
    store.rows<{ readonly count: string; readonly first: string | null }>(
      sql`SELECT toString(count()) AS count, toString(toUnixTimestamp64Milli(minOrNull(at))) AS first FROM events`,
    ),
    store.rows<{ readonly source: string }>(
      sql`SELECT source FROM batches GROUP BY source ORDER BY max(batch) DESC LIMIT 20`,
    ),
    readJudged(store),
    listKeys(state, undefined),
    readPeople(state),
  ]);
  return {
    experience: experienceOf(shelf.current()),
    events: Number(events?.count ?? 0),
    first_event_at: momentIn(events?.first),
    sources: sources.map(({ source }) => source),
    keys: keys.length,
    people: people.filter(({ disabled }) => !disabled).length,
    judged_as_of: judged === undefined || judged.experience === NOTHING ? null : momentOf(new Date(judged.asOf)),
    demo: making ?? (sources.some(({ source }) => source === DEMO) ? MADE : NO_DEMO),
  };
}

const momentIn = (ms: string | null | undefined) => (ms ? momentOf(new Date(Number(ms))) : null);

function experienceOf(held: ReturnType<Rooms["shelf"]["current"]>): Standing["experience"] {
  if (held === undefined) return null;
  const { version, experience, diagnostics } = held;
  const faults = experience === undefined ? diagnostics.filter(({ severity }) => severity === "fault").length : 0;
  return { name: experience?.name ?? null, version, faults, promises: experience?.promises.length ?? 0 };
}
