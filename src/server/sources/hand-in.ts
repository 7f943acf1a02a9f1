import type { IncomingMessage } from "node:http";
import { z } from "zod";
import type { Uploads } from "../../ledger/uploads.ts";
import { actorOf } from "../../people/audit.ts";
import { nameOf } from "../../people/caller.ts";
import { answers } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { about, own } from "./file.ts";
import { noteUpload } from "./imports.ts";
import { FILE } from "./schemas.ts";

const NAMED = z.strictObject({ name: z.string().min(1).max(300).meta({ description: "The name of the file" }) });

/** Handing a file in. In a scope of its own: here a body is the file, whatever it says it is. */
export function handInRoutes(app: App, { house }: Rooms, uploads: Uploads): void {
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
      const announced = headers["content-length"];
      const size = announced === undefined ? undefined : Number(announced);
      const upload = await uploads.take(query.name, body as IncomingMessage, size);
      const by = { actor: actorOf(caller), name: nameOf(caller) };
      await noteUpload(house.state, house.now(), upload, by);
      return { file: upload.id, name: upload.name, bytes: upload.bytes };
    },
  );
}
