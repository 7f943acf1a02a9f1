import { z } from "zod";
import { DEMO_CUSTOMERS, makeDemo } from "../../demo/make.ts";
import { KeptError } from "../../kept-error.ts";
import { actorOf, audit } from "../../people/audit.ts";
import type { Caller } from "../../people/caller.ts";
import { templateText } from "../../published/templates.ts";
import { sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { answers } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { publishBy } from "../experience/experience.ts";
import { briefly } from "../on-error.ts";
import { personIn, requires } from "../rights.ts";
import type { Standing } from "./standing.ts";

const CUSTOMERS = z.int().min(1).max(50_000).default(DEMO_CUSTOMERS);
const WHY = "The demo world, to look around in";

/** Filling an empty ledger with the demo world: a shop's year, and what it promised. */
export function demoRoutes(app: App, rooms: Rooms) {
  const { house, shelf, arrivals } = rooms;
  let making: Standing["demo"] | undefined;

  async function make(customers: number, caller: Caller) {
    const progress = (made: number) => {
      making = { state: "making", share: made / customers };
    };
    await makeDemo(house.store, { customers, progress });
    const held = shelf.current();
    const text = templateText("laundry");
    if (held?.text !== text) await publishBy(rooms, caller, { text, why: WHY, from: held?.version ?? 0 });
    making = undefined;
    for (const hear of arrivals) hear();
  }

  app.post(
    "/api/set-up/demo",
    {
      ...requires("signed-in"),
      schema: {
        tags: ["set-up"],
        summary: "Fill an empty ledger with the demo world, in the background; for owners",
        body: z.strictObject({ customers: CUSTOMERS }),
        response: answers(z.strictObject({ making: z.literal(true) })),
      },
    },
    async (request) => {
      if (personIn(request).role !== "owner")
        throw new KeptError("not-allowed", "Only an owner may fill the ledger with the demo world.", { status: 403 });
      if (making?.state === "making") throw new KeptError("making", "The demo world is being made.", { status: 409 });
      // From now on: of two who ask at once, one makes it.
      making = { state: "making", share: 0 };
      const deed = { actor: actorOf(request.caller), action: "demo.made", subject: "demo" };
      try {
        await refuseFull(house.store);
        await audit(house.state, house.now(), deed);
      } catch (thrown) {
        making = undefined;
        throw thrown;
      }
      make(request.body.customers, request.caller).catch((thrown) => {
        making = { state: "failed", share: 0 };
        app.log.error(briefly(thrown), "the demo world is not made");
      });
      return { making: true as const };
    },
  );
  return { making: () => making };
}

async function refuseFull(store: Store): Promise<void> {
  const found = await store.rows(sql`SELECT 1 FROM events LIMIT 1`);
  if (found.length > 0)
    throw new KeptError("not-empty", "There are events already; the demo world needs an empty ledger.", {
      status: 409,
    });
}
