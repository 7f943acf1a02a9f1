import { z } from "zod";
import { DEMO_CUSTOMERS, makeDemo } from "../../demo/make.ts";
import { KeptError } from "../../kept-error.ts";
import { actorOf, audit } from "../../people/audit.ts";
import { publish } from "../../published/history.ts";
import { templateText } from "../../published/templates.ts";
import { sql } from "../../sql/sql.ts";
import { answers } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { briefly } from "../on-error.ts";
import { personIn, requires } from "../rights.ts";
import type { Standing } from "./standing.ts";

const CUSTOMERS = z.int().min(1).max(50_000).default(DEMO_CUSTOMERS);
const WHY = "The demo world, to look around in";

/** Filling an empty ledger with the demo world: a shop's year, and what it promised. */
export function demoRoutes(app: App, { house, shelf, live, arrivals }: Rooms) {
  let making: Standing["demo"] | undefined;

  async function make(customers: number, by: { readonly actor: { kind: string; id: string }; readonly name: string }) {
    const progress = (made: number) => {
      making = { state: "making", share: made / customers };
    };
    await makeDemo(house.store, { customers, progress });
    const held = shelf.current();
    const text = templateText("laundry");
    if (held?.text !== text) {
      const from = { from: held?.version ?? 0, before: held?.text };
      const version = await publish(house.state, house.now(), {
        text,
        why: WHY,
        by: by.name,
        actor: by.actor,
        ...from,
      });
      await shelf.reload();
      await live.publish({ kind: "experience.published", version, by: by.name, why: WHY });
    }
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
      const { role, name } = personIn(request);
      if (role !== "owner")
        throw new KeptError("not-allowed", "Only an owner may fill the ledger with the demo world.", { status: 403 });
      if (making?.state === "making") throw new KeptError("making", "The demo world is being made.", { status: 409 });
      const [{ count }] = (await house.store.rows<{ readonly count: string }>(
        sql`SELECT toString(count()) AS count FROM events`,
      )) as [{ readonly count: string }];
      if (count !== "0")
        throw new KeptError("not-empty", "There are events already; the demo world needs an empty ledger.", {
          status: 409,
        });
      making = { state: "making", share: 0 };
      const actor = actorOf(request.caller);
      await audit(house.state, house.now(), { actor, action: "demo.made", subject: "demo" });
      make(request.body.customers, { actor, name }).catch((thrown) => {
        making = { state: "failed", share: 0 };
        app.log.error(briefly(thrown), "the demo world is not made");
      });
      return { making: true as const };
    },
  );
  return { making: () => making };
}
