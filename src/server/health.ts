import { z } from "zod";
import { sql } from "../sql/sql.ts";
import type { App, Rooms } from "./app.ts";
import { requires } from "./rights.ts";

const HEALTH = z.strictObject({ status: z.literal("ok") });
const READY = z.strictObject({
  ready: z.boolean(),
  waiting: z.array(z.string()).meta({ description: "What does not answer, or has no room" }),
  words: z.array(z.string()).meta({ description: "What Kept does about each, or what a person must do" }),
});

/** Told to everybody: no folders, no addresses. */
const WORDS: Readonly<Record<string, string>> = {
  events: "ClickHouse does not answer; Kept's own is started again, another must be.",
  state: "PostgreSQL does not answer; Kept's own is started again, another must be.",
  judging: "Judging has not got on for minutes; look at the log, and start the server again.",
  space: "The disk is full; make room, and Kept goes on by itself.",
};

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
      const words = waiting.map((name) => WORDS[name] ?? `Kept waits for ${name}.`);
      return reply.code(waiting.length === 0 ? 200 : 503).send({ ready: waiting.length === 0, waiting, words });
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
