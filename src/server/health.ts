import { z } from "zod";
import { sql } from "../sql/sql.ts";
import type { App, Rooms } from "./app.ts";
import { requires } from "./rights.ts";

const HEALTH = z.strictObject({ status: z.literal("ok") });
const READY = z.strictObject({ ready: z.boolean(), waiting: z.array(z.string()) });

/** `/healthz`: the program runs. `/readyz`: both engines answer, and whatever else must work does. */
export function healthRoutes(app: App, { house, ready }: Rooms): void {
  ready.set("events", async () => {
    await house.store.rows(sql`SELECT 1`);
    return true;
  });
  ready.set("state", () => house.state.ready());
  const about = (summary: string) => ({ tags: ["operating"], summary });

  app.get(
    "/healthz",
    { ...requires("public"), schema: { ...about("The program runs"), response: { 200: HEALTH } } },
    () => ({
      status: "ok" as const,
    }),
  );

  app.get(
    "/readyz",
    { ...requires("public"), schema: { ...about("Requests can be answered"), response: { 200: READY, 503: READY } } },
    async (_request, reply) => {
      const asked = await Promise.all([...ready].map(async ([name, ask]) => ({ name, well: await isWell(ask) })));
      const waiting = asked.filter(({ well }) => !well).map(({ name }) => name);
      return reply.code(waiting.length === 0 ? 200 : 503).send({ ready: waiting.length === 0, waiting });
    },
  );
}

async function isWell(ask: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch {
    return false;
  }
}
