import { openUploads } from "../../ledger/uploads.ts";
import type { App, Rooms } from "../app.ts";
import { briefly } from "../on-error.ts";
import { handInRoutes } from "./hand-in.ts";
import { historyRoutes } from "./history.ts";
import { importRoutes } from "./import.ts";
import { lookRoutes } from "./look.ts";

const HOUR = 3_600_000;

/** Files of events: handed in, looked at, imported in the background, with everything that was rejected. */
export async function sourceRoutes(app: App, rooms: Rooms): Promise<void> {
  const uploads = openUploads(rooms.house.home, rooms.config["upload-megabytes"] * 1024 * 1024);
  // By the clock of the disk.
  const clear = () => uploads.clear(Date.now()).catch((thrown) => app.log.error(briefly(thrown), "uploads stay"));
  let clearing: NodeJS.Timeout | undefined;
  app.addHook("onListen", async () => {
    clearing = setInterval(clear, HOUR).unref();
    void clear();
  });
  app.addHook("preClose", async () => clearInterval(clearing));
  await app.register(async (scope: App) => handInRoutes(scope, rooms, uploads));
  lookRoutes(app, rooms, uploads);
  importRoutes(app, rooms, uploads);
  historyRoutes(app, rooms, uploads);
}
