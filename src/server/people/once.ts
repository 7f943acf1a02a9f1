import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { answers, DONE, done } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { seldom } from "../rates.ts";
import { headersOf, requires } from "../rights.ts";
import { giveCookies } from "./session.ts";

const LOCAL = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Coming in by the link that a program on this machine printed: once, and only from this machine. */
export function onceRoutes(app: App, { config, signIn, oneTime }: Rooms): void {
  app.post(
    "/api/session/once",
    {
      config: { ...requires("public").config, ...seldom(config) },
      schema: {
        tags: ["people"],
        summary: "Sign in by a link that `kept demo` printed, once, on the same machine",
        body: z.strictObject({ token: z.string().min(20).max(100) }),
        response: answers(DONE),
      },
    },
    async (request, reply) => {
      const person = LOCAL.has(request.ip) ? oneTime.use(request.body.token) : undefined;
      if (person === undefined)
        throw new KeptError("link-over", "This link was used already or is over; start Kept again for another.", {
          status: 410,
        });
      const { headers } = await signIn.byPassword(person.email, person.password, headersOf(request));
      return giveCookies(reply, headers).send(done);
    },
  );
}
