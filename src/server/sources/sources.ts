import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { lookAtFile } from "../../ledger/import/look.ts";
import { actorOf, audit } from "../../people/audit.ts";
import type { Caller } from "../../people/caller.ts";
import { answers, DONE, done, ID_PARAMS, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { briefly } from "../on-error.ts";
import { cursorOf, NEXT, PAGE_QUERY, placeOf } from "../page.ts";
import { requires } from "../rights.ts";
import { type ImportRow, noteBegun, noteUpload, readImport, readImports } from "./imports.ts";
import { REJECT, readRejects } from "./rejects.ts";
import { plainly, runImports } from "./run.ts";
import { FILE, IMPORT, importOf, LOOK, lookOf, MAPPING } from "./schemas.ts";
import { openUploads, type Uploads } from "./uploads.ts";

const own = requires("events:write");
const about = (summary: string) => ({ tags: ["sources"], summary });
const NAMED = z.strictObject({ name: z.string().min(1).max(300).meta({ description: "The name of the file" }) });
const ASKED = MAPPING.extend({ file: ID_PARAMS.shape.id });
const PAGE = z.strictObject({ imports: z.array(IMPORT), next: NEXT });
const PLACE = z.tuple([z.int(), z.string().max(64)]);
const MOST_REJECTS = 100_000;

/** Files of events: handed in, looked at, imported in the background, with everything that was rejected. */
export async function sourceRoutes(app: App, rooms: Rooms): Promise<void> {
  const uploads = openUploads(rooms.house.home, rooms.config["upload-megabytes"] * 1024 * 1024);
  const clear = () => uploads.clear(Date.now()).catch((thrown) => app.log.error(briefly(thrown), "uploads stay"));
  await app.register(async (scope: App) => handingIn(scope, rooms, uploads, clear));
  looking(app, rooms, uploads);
  importing(app, rooms, uploads);
  reading(app, rooms, uploads);
  app.addHook("onListen", async () => void clear());
}

function handingIn(app: App, { house }: Rooms, uploads: Uploads, clear: () => Promise<void>): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", async (_request: unknown, payload: IncomingMessage) => payload);
  app.post(
    "/api/sources/files",
    {
      ...own,
      schema: {
        ...about("Hand a file in: CSV, TSV, JSON lines, Parquet, XES, each also gzipped; the body is the file"),
        querystring: NAMED,
        response: answers(FILE),
      },
    },
    async ({ query, body, headers, caller }) => {
      void clear();
      const announced = headers["content-length"];
      const size = announced === undefined ? undefined : Number(announced);
      const upload = await uploads.take(query.name, body as IncomingMessage, size);
      await noteUpload(house.state, house.now(), upload, { actor: actorOf(caller), name: nameOf(caller) });
      return { file: upload.id, name: upload.name, bytes: upload.bytes };
    },
  );
}

const nameOf = (caller: Caller): string => (caller.kind === "nobody" ? "" : caller.name);

function looking(app: App, { house, shelf }: Rooms, uploads: Uploads): void {
  app.post(
    "/api/sources/look",
    {
      ...own,
      schema: {
        ...about("What a file seems to hold, and its first rows as they would be read; nothing is imported"),
        body: ASKED,
        response: answers(LOOK),
      },
    },
    async ({ body: { file: id, ...mapping } }) => {
      const { row, file } = await here(house.state, uploads, id);
      const experience = shelf.current()?.experience;
      const timezone = mapping.timezone ?? experience?.timezone ?? "UTC";
      const look = await lookAtFile(house.store, experience, file, { ...mapping, now: house.now }).catch(
        refusing(file, row.name),
      );
      const trouble = look.trouble && { ...look.trouble, words: plainly(look.trouble.words, file, row.name) };
      return lookOf({ ...look, trouble }, timezone);
    },
  );
}

function importing(app: App, rooms: Rooms, uploads: Uploads): void {
  const { house } = rooms;
  const onTrouble = (thrown: unknown) => app.log.error(briefly(thrown), "an import has trouble");
  const running = runImports(rooms, uploads, onTrouble);
  app.addHook("preClose", () => running.close());
  app.post(
    "/api/sources/import",
    {
      ...own,
      schema: {
        ...about("Import a file that was handed in, in the background; importing twice changes nothing"),
        body: ASKED,
        response: answers(IMPORT),
      },
    },
    async ({ body: { file: id, ...mapping }, caller }) => {
      const { row, file } = await here(house.state, uploads, id);
      if (!(await noteBegun(house.state, house.now(), id, mapping)))
        throw new KeptError("begun-already", "This file is being imported already, or was.", { status: 409 });
      await audit(house.state, house.now(), {
        actor: actorOf(caller),
        action: "import.begun",
        subject: id,
        details: { name: row.name },
      });
      running.begin(id, file, row.name, mapping);
      return importOf(await found(house.state, id), house.now());
    },
  );
  app.post(
    "/api/sources/imports/:id/stop",
    {
      ...own,
      schema: {
        ...about("Stop an import before anything of it is in the ledger"),
        params: ID_PARAMS,
        response: answers(DONE),
      },
    },
    async ({ params }) => {
      await found(house.state, params.id);
      if (running.stop(params.id)) return done;
      throw new KeptError("not-running", "This import does not run on this server, or has ended.", { status: 409 });
    },
  );
}

function reading(app: App, { house }: Rooms, uploads: Uploads): void {
  app.get(
    "/api/sources/imports",
    {
      ...own,
      schema: {
        ...about("Files that were imported, newest first"),
        querystring: z.strictObject(PAGE_QUERY),
        response: answers(PAGE),
      },
    },
    async ({ query }) => {
      const place = placeOf(PLACE, query.after);
      const rows = await readImports(house.state, query.limit, place && { at: new Date(place[0]), id: place[1] });
      const last = rows.length < query.limit ? undefined : rows.at(-1);
      const next = last === undefined ? null : cursorOf([last.handed_in_at.getTime(), last.id]);
      return { imports: rows.map((row) => importOf(row, house.now())), next };
    },
  );
  app.get(
    "/api/sources/imports/:id",
    {
      ...own,
      schema: { ...about("One import: how far it is, or how it ended"), params: ID_PARAMS, response: answers(IMPORT) },
    },
    async ({ params }) => importOf(await found(house.state, params.id), house.now()),
  );
  app.get(
    "/api/sources/imports/:id/rejects",
    {
      ...own,
      schema: {
        ...about("The rows of a file that could be no events, and why; they are kept for a week"),
        params: ID_PARAMS,
        querystring: z.strictObject({
          limit: z.coerce.number().int().min(1).max(MOST_REJECTS).default(100),
          format: FORMAT,
        }),
        response: answers(z.strictObject({ rejects: z.array(REJECT) })),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { name } = await found(house.state, id);
      const rejects = await readRejects(uploads.rejectsOf(id), request.query.limit);
      if (rejects === undefined)
        throw new KeptError(
          NOTHING.code,
          "There are no rejected rows of this import, or they are no longer kept.",
          NOTHING,
        );
      if (!wantsCsv(request, request.query.format)) return { rejects: [...rejects] };
      const rows = rejects.map(({ place, reason, row }) => [place, reason, row]);
      return sendCsv(reply, `${name.replaceAll(/[^\w.-]/g, "_")}.rejects`, ["line", "reason", "row"], rows);
    },
  );
}

async function found(state: Rooms["house"]["state"], id: string): Promise<ImportRow> {
  const row = await readImport(state, id);
  if (row === undefined) throw new KeptError(NOTHING.code, "There is no such file.", NOTHING);
  return row;
}

async function here(state: Rooms["house"]["state"], uploads: Uploads, id: string) {
  const row = await found(state, id);
  const file = uploads.fileOf(id, row.name);
  if (file !== undefined) return { row, file };
  const words = "This file is no longer here, or another server has it; hand it in again.";
  throw new KeptError("file-gone", words, { status: 410 });
}

/** What is wrong with a file is said to whom it belongs. */
const refusing =
  (file: string, name: string) =>
  (thrown: unknown): never => {
    if (!(thrown instanceof KeptError) || thrown.status !== undefined || UNWELL.has(thrown.code)) throw thrown;
    throw new KeptError(thrown.code, plainly(thrown.message, file, name), { status: 422, cause: thrown });
  };
const UNWELL = new Set(["engine-gone", "engine-start", "closed", "memory", "disk-full", "server-unreachable"]);
