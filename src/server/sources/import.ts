import { KeptError } from "../../kept-error.ts";
import type { Uploads } from "../../ledger/uploads.ts";
import { actorOf, audit } from "../../people/audit.ts";
import { atOnce } from "../../storage/postgres/at-once.ts";
import { answers, DONE, done, ID_PARAMS } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { briefly } from "../on-error.ts";
import { about, fileOf, MAPPED, noFile, own } from "./file.ts";
import { noteBegun, readImport } from "./imports.ts";
import { runImports } from "./run.ts";
import { IMPORT, importOf } from "./schemas.ts";

/** Importing a file in the background, once; and stopping that. */
export function importRoutes(app: App, rooms: Rooms, uploads: Uploads): void {
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
        body: MAPPED,
        response: answers(IMPORT),
      },
    },
    async ({ body: { file, ...mapping }, caller }) => {
      const { path } = await fileOf(house.state, uploads, file);
      const begun = await atOnce(house.state, async (inside) => {
        const begun = await noteBegun(inside, house.now(), file, mapping);
        if (begun === undefined)
          throw new KeptError("begun-already", "This file is being imported already, or was.", { status: 409 });
        const deed = { actor: actorOf(caller), action: "import.begun", subject: file, details: { name: begun.name } };
        await audit(inside, house.now(), deed);
        return begun;
      });
      running.begin(file, path, begun.name, mapping);
      return importOf(begun, house.now());
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
    async ({ params: { id } }) => {
      if (running.stop(id)) return done;
      if ((await readImport(house.state, id)) === undefined) throw noFile();
      throw new KeptError("not-running", "This import does not run on this server, or has ended.", { status: 409 });
    },
  );
}
