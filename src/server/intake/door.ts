import { Counter, Gauge } from "prom-client";
import { KeptError } from "../../kept-error.ts";
import { type Intake, openIntake } from "../../ledger/intake/intake.ts";
import { keepLinksSettled } from "../../ledger/links/keeper.ts";
import type { App, Rooms } from "../app.ts";
import { briefly } from "../on-error.ts";
import { takeTexts } from "./body.ts";
import { browserSettingsRoutes } from "./browser-settings.ts";
import { cloudEventRoutes } from "./cloud-events.ts";
import { letterRoutes } from "./letters.ts";
import { linkRoutes } from "./links.ts";
import { type Noted, noting } from "./noted.ts";
import { segmentRoutes } from "./segment.ts";
import { type CheckSpace, watchSpace } from "./space.ts";

export interface DoorRooms extends Rooms {
  readonly intake: Intake;
  readonly now: () => number;
  readonly noted: Noted;
  readonly checkSpace: CheckSpace;
  /** Counts messages by what became of them. */
  count(messages: Readonly<Record<string, number>>): void;
}

/** Events in: the door of the ledger, everything that comes through it, what was refused, and the links of ids. */
export async function doorRoutes(app: App, rooms: Rooms): Promise<void> {
  const { house, config } = rooms;
  const onTrouble = (thrown: unknown) => app.log.error(briefly(thrown), "the door has trouble");
  const onKept = () => {
    for (const hear of rooms.arrivals) hear();
  };
  const keeper = keepLinksSettled(house.store, { now: house.now, onTrouble, onMoved: onKept });
  const intake = await openIntake(house.store, {
    now: house.now,
    onTrouble,
    onLinks: keeper.poke,
    onKept,
    // An engine of our own has one server; one that is somebody's may have several.
    ...(config["clickhouse-url"] === undefined ? {} : { solely: (work) => taking(rooms, work) }),
  });
  app.addHook("onClose", async () => {
    await intake.close();
    await keeper.close();
  });
  const { now } = house;
  const [noted, checkSpace] = [noting(house.state, now), watchSpace(app, rooms)];
  const door: DoorRooms = { ...rooms, intake, now, noted, checkSpace, count: counting(rooms, intake) };
  await app.register(async (scope: App) => {
    takeTexts(scope);
    segmentRoutes(scope, door);
    cloudEventRoutes(scope, door);
  });
  browserSettingsRoutes(app, door);
  letterRoutes(app, door);
  linkRoutes(app, door);
}

/** Waits until no other server is at the ledger. */
async function taking<T>({ house }: Rooms, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const done = await house.state.withLock("intake", async () => ({ done: await work() }));
    if (done !== undefined) return done.done;
    if (performance.now() - begun > 10_000)
      throw new KeptError("too-busy", "Other servers keep too many events at the moment.");
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
  }
}

function counting({ metrics }: Rooms, intake: Intake): DoorRooms["count"] {
  const messages = new Counter({
    name: "kept_messages_total",
    help: "Messages that came in, by what became of them.",
    labelNames: ["became"],
    registers: [metrics],
  });
  new Gauge({
    name: "kept_messages_waiting",
    help: "Messages that wait to be kept.",
    registers: [metrics],
    collect() {
      this.set(intake.waiting().events);
    },
  });
  return (counts) => {
    for (const [became, count] of Object.entries(counts)) messages.inc({ became }, count);
  };
}
