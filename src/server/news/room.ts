import type { App, Rooms } from "../app.ts";
import { briefly } from "../on-error.ts";
import { startAnnouncing } from "./announce.ts";

/** Tells what each round of judging broke, for as long as the server runs. */
export function newsRoom(app: App, { house, shelf, live }: Rooms): void {
  const stop = startAnnouncing(house, shelf, live, (thrown) => app.log.error(briefly(thrown), "news is not told"));
  app.addHook("onClose", stop);
}
