import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import type { Experience } from "../../language/experience.ts";
import { readExperience } from "../../language/read.ts";
import { actorOf } from "../../people/audit.ts";
import { type Caller, nameOf } from "../../people/caller.ts";
import { diffOf, publish, readHistory, readVersion } from "../../published/history.ts";
import { PUBLISHED_NAME } from "../../published/shelf.ts";
import { answers, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { NEXT } from "../page.ts";
import { requires } from "../rights.ts";
import { parsedOf } from "./parsed.ts";
import { preview } from "./preview.ts";
import {
  CHECK,
  DIAGNOSTIC,
  diagnosticOf,
  PARSED,
  PREVIEW,
  PREVIEWED,
  PUBLISH,
  ROLL_BACK,
  VERSION,
  versionOf,
} from "./schemas.ts";

const CURRENT = z.strictObject({
  version: z.int().meta({ description: "0: the file beside the server; nothing is published yet" }),
  text: z.string(),
  parsed: PARSED.nullable().meta({ description: "null where the file beside the server has faults" }),
  diagnostics: z.array(DIAGNOSTIC),
});
const CHECKED = z.strictObject({ well: z.boolean(), parsed: PARSED.nullable(), diagnostics: z.array(DIAGNOSTIC) });
const HISTORY = z.strictObject({ versions: z.array(VERSION), next: NEXT });
const ONE = z.strictObject({ ...VERSION.shape, text: z.string(), diff: z.string() });
const PUBLISHED = z.strictObject({ version: z.int(), diff: z.string() });
const HISTORY_QUERY = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
const NUMBERED = z.strictObject({ version: z.coerce.number().int().min(1).max(2_000_000_000) });
const about = (summary: string) => ({ tags: ["experience"], summary });

/** The experience file: read, checked, looked at before it holds, published with its history. */
export function experienceRoutes(app: App, rooms: Rooms): void {
  reading(app, rooms);
  changing(app, rooms);
}

function reading(app: App, { house, shelf }: Rooms): void {
  const own = requires("experience:read");

  app.get(
    "/api/experience",
    { ...own, schema: { ...about("The experience file that holds"), response: answers(CURRENT) } },
    async () => {
      const current = shelf.current();
      if (current === undefined)
        throw new KeptError(NOTHING.code, "There is no experience file yet; publish the first.", NOTHING);
      const { version, text, experience, diagnostics } = current;
      const parsed = experience === undefined ? null : parsedOf(experience);
      return { version, text, parsed, diagnostics: diagnostics.map(diagnosticOf) };
    },
  );

  app.post(
    "/api/experience/check",
    {
      ...own,
      schema: { ...about("All faults and warnings of a text"), body: CHECK, response: answers(CHECKED) },
    },
    async ({ body }) => {
      const { experience, diagnostics } = readExperience(body.text, PUBLISHED_NAME);
      const parsed = experience === undefined ? null : parsedOf(experience);
      return { well: experience !== undefined, parsed, diagnostics: diagnostics.map(diagnosticOf) };
    },
  );

  app.get(
    "/api/experience/history",
    {
      ...own,
      schema: {
        ...about("What was published, newest first"),
        querystring: HISTORY_QUERY,
        response: answers(HISTORY),
      },
    },
    async ({ query }) => {
      const found = await readHistory(
        house.state,
        query.limit,
        query.after === undefined ? undefined : Number(query.after),
      );
      const last = found.length < query.limit ? undefined : found.at(-1);
      return { versions: found.map(versionOf), next: last === undefined ? null : String(last.version) };
    },
  );

  app.get(
    "/api/experience/history/:version",
    {
      ...own,
      schema: { ...about("One version, and what it changed"), params: NUMBERED, response: answers(ONE) },
    },
    async ({ params }) => {
      const { text, diff, ...version } = await versionNamed(house.state, params.version);
      return { ...versionOf(version), text, diff };
    },
  );
}

function changing(app: App, rooms: Rooms): void {
  const { house } = rooms;
  const own = requires("experience:write");

  app.post(
    "/api/experience/preview",
    {
      ...own,
      schema: {
        ...about("What a change would have done to past months"),
        description: "Judged beside the verdicts, which stay as they are.",
        body: PREVIEW,
        response: answers(PREVIEWED),
      },
    },
    async ({ body }) => preview(rooms, wellRead(body.text), body.months),
  );

  app.put(
    "/api/experience",
    {
      ...own,
      schema: {
        ...about("Publish: from now on this holds, and everybody is judged by it anew"),
        body: PUBLISH,
        response: answers(PUBLISHED),
      },
    },
    async ({ body, caller }) => publishBy(rooms, caller, body),
  );

  app.post(
    "/api/experience/roll-back",
    {
      ...own,
      schema: { ...about("Publish an earlier version again"), body: ROLL_BACK, response: answers(PUBLISHED) },
    },
    async ({ body: { to, why, from }, caller }) => {
      const { text } = await versionNamed(house.state, to);
      return publishBy(rooms, caller, { text, why, from }, to);
    },
  );
}

/** Publishes in somebody's name; from then on it holds on every server, and everybody who listens hears it. */
export async function publishBy(
  { house, shelf, live }: Rooms,
  caller: Caller,
  { text, why, from }: z.output<typeof PUBLISH>,
  bringsBack?: number,
): Promise<z.output<typeof PUBLISHED>> {
  wellRead(text);
  const before = shelf.current()?.text;
  const by = nameOf(caller);
  const back = bringsBack === undefined ? {} : { bringsBack };
  const version = await publish(house.state, house.now(), {
    text,
    why,
    from,
    by,
    before,
    actor: actorOf(caller),
    ...back,
  });
  await shelf.reload();
  await live.publish({ kind: "experience.published", version, by, why });
  return { version, diff: diffOf(before ?? "", text, version - 1, version) };
}

/** Throws KeptError "faults", which says the first and how many there are; `check` says all. */
function wellRead(text: string): Experience {
  const { experience, diagnostics } = readExperience(text, PUBLISHED_NAME);
  if (experience !== undefined) return experience;
  const faults = diagnostics.filter(({ severity }) => severity === "fault");
  const [first] = faults;
  const others = faults.length > 1 ? ` (and ${faults.length - 1} more; /api/experience/check says all)` : "";
  const words = `The file has faults, the first in line ${first?.line}: ${first?.message}${others}`;
  throw new KeptError("faults", words, { status: 422 });
}

async function versionNamed(state: Rooms["house"]["state"], version: number) {
  const found = await readVersion(state, version);
  if (found === undefined) throw new KeptError(NOTHING.code, "There is no such version.", NOTHING);
  return found;
}
