import { startDelivering } from "../../news/deliver.ts";
import { packageVersion } from "../../storage/package.ts";
import type { App, Rooms } from "../app.ts";
import { briefly } from "../on-error.ts";
import { startAnnouncing } from "./announce.ts";

/** Tells what each round of judging broke, and from listening to closing sends news to whoever subscribed. */
export function newsRoom(app: App, { house, shelf, live, config }: Rooms): void {
  const stop = startAnnouncing(house, shelf, live, (thrown) => app.log.error(briefly(thrown), "news is not told"));
  let stopDelivering = async (): Promise<void> => {};
  app.addHook("onListen", async () => {
    stopDelivering = startDelivering({
      state: house.state,
      live,
      now: house.now,
      networks: config["webhook-networks"],
      agent: `Kept/${packageVersion()}`,
      onTrouble: (thrown) => app.log.error(briefly(thrown), "webhooks have trouble"),
    });
  });
  app.addHook("onClose", async () => {
    await stop();
    await stopDelivering();
  });
}
