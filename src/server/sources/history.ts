import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import type { Uploads } from "../../ledger/uploads.ts";
import type { State } from "../../storage/postgres/state.ts";
import { answers, ID_PARAMS, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { cursorOf, NEXT, PAGE_QUERY, placeOf } from "../page.ts";
import { requires } from "../rights.ts";
import { about, noFile, own } from "./file.ts";
import { type ImportRow, readImport, readImports } from "./imports.ts";
import { REJECT, readRejects } from "./rejects.ts";
import { IMPORT, importOf } from "./schemas.ts";

const PAGE = z.strictObject({ imports: z.array(IMPORT), next: NEXT });
const PLACE = z.tuple([z.int(), z.string().max(64)]);
const MOST_REJECTS = 100_000;
const REJECTS_QUERY = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MOST_REJECTS).default(100),
  format: FORMAT,
});

/** What came in as files, how far it is, and what of it could be no event. */
export function historyRoutes(app: App, { house }: Rooms, uploads: Uploads): void {
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
    async ({ params }) => importOf(await begun(house.state, params.id), house.now()),
  );
  app.get(
    "/api/sources/imports/:id/rejects",
    {
      ...requires("events:mend"),
      schema: {
        ...about("The rows of a file that could be no events, and why; they are kept for a week"),
        params: ID_PARAMS,
        querystring: REJECTS_QUERY,
        response: answers(z.strictObject({ rejects: z.array(REJECT) })),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { name } = await begun(house.state, id);
      const rejects = await readRejects(uploads.rejectsOf(id), request.query.limit);
      if (rejects === undefined) throw noRejects();
      if (!wantsCsv(request, request.query.format)) return { rejects: [...rejects] };
      const rows = rejects.map(({ place, reason, row }) => [place, reason, row]);
      return sendCsv(reply, `${name.replaceAll(/[^\w.-]/g, "_")}.rejects`, ["line", "reason", "row"], rows);
    },
  );
}

async function begun(state: State, id: string): Promise<ImportRow> {
  const row = await readImport(state, id);
  if (row === undefined) throw noFile();
  return row;
}

const noRejects = () =>
  new KeptError(NOTHING.code, "There are no rejected rows of this import, or they are no longer kept.", NOTHING);
