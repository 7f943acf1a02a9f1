import type { FastifyReply } from "fastify";
import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { actorOf, audit } from "../../people/audit.ts";
import { isRole, mayRole } from "../../people/rights.ts";
import { hashOfCustomer } from "../../person.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { personOf } from "../remedies/by.ts";
import { requires } from "../rights.ts";
import { secretOf } from "../secret.ts";
import { sendPage } from "../web/pages.ts";
import { BRIEF } from "./brief-schema.ts";
import { briefBy } from "./customers.ts";
import { type Pass, sealOf } from "./seal.ts";

const MINUTE = 60_000;
const NEW = z.strictObject({
  customer: z.string().min(1).max(500).meta({ description: "By any id of theirs" }),
  minutes: z.int().min(1).max(60).default(15).meta({ description: "For so long the link opens" }),
});
const MADE = z
  .strictObject({
    link: z.url().meta({ description: "The address of the frame" }),
    until: MOMENT,
    frames: z.array(z.string()).meta({ description: "Sites whose pages may show it" }),
  })
  .meta({ id: "EmbeddedBrief" });
const PASS = z.strictObject({ pass: z.string().max(4000).default("") });
/** The story is left out: who talks to the customer needs the brief, and a frame should hold no more than is needed. */
const SHOWN = BRIEF.omit({ story: true, known_as: true }).meta({ id: "ShownBrief" });
const about = (summary: string) => ({ tags: ["customers"], summary });

/** The brief on one customer in the frame of a help desk or CRM, by a link that is sealed and soon over. */
export function embedRoutes(app: App, rooms: Rooms): void {
  const { house, config } = rooms;
  const seal = sealOf(config.secret ?? secretOf(house.home));
  const frames = config["embed-origins"];

  app.post(
    "/api/embeds",
    {
      ...requires("customers:read"),
      schema: {
        ...about("A link that shows the brief on one customer in a frame, for an hour at most"),
        body: NEW,
        response: answers(MADE),
      },
    },
    async ({ body, caller }) => {
      if (frames.length === 0)
        throw new KeptError("no-frames", "Name the sites that may show it in KEPT_EMBED_ORIGINS first.", {
          status: 409,
        });
      const { customer } = await briefBy(rooms, body.customer);
      const until = house.now() + body.minutes * MINUTE;
      const pass = seal.seal({ customer, until, by: personOf(caller).id });
      const deed = { actor: actorOf(caller), action: "brief.embedded", subject: hashOfCustomer(customer) };
      await audit(house.state, house.now(), { ...deed, details: { minutes: body.minutes } });
      const home = config.url ?? `http://localhost:${config.port}`;
      return { link: `${home}/embed/brief?pass=${pass}`, until: new Date(until).toISOString(), frames: [...frames] };
    },
  );

  app.get(
    "/api/embeds/brief",
    {
      ...requires("public"),
      schema: {
        ...about("The brief that a link shows: no session, and nothing else by it"),
        security: [],
        querystring: PASS,
        response: answers(SHOWN),
      },
    },
    async ({ query }) => {
      const pass = seal.open(query.pass);
      if (pass === undefined || pass.until <= house.now() || !(await stillMay(rooms, pass))) throw over();
      const {
        story: _,
        known_as: __,
        ...brief
      } = await briefBy(rooms, pass.customer).catch((thrown: unknown) => {
        // Who was erased meanwhile is not told apart.
        throw thrown instanceof KeptError && thrown.code === "not-found" ? over() : thrown;
      });
      return brief;
    },
  );

  app.get("/embed/brief", { ...requires("public"), schema: { hide: true, querystring: PASS } }, ({ query }, reply) =>
    // Of a pass that is over the page says so, inside the same frame.
    seal.open(query.pass) === undefined ? sendPage(reply) : framed(reply, frames),
  );
}

function framed(reply: FastifyReply, frames: readonly string[]): FastifyReply {
  if (frames.length === 0) return sendPage(reply);
  return sendPage(reply, frames.join(" ")).removeHeader("x-frame-options");
}

const over = () =>
  new KeptError("link-over", "This link is over, or is not whole; open it anew where you came from.", { status: 403 });

/** Who made the link may be gone by now, or have another role. */
async function stillMay({ house: { state } }: Rooms, { by }: Pass): Promise<boolean> {
  const row = await state.db.selectFrom("users").select(["role", "disabled"]).where("id", "=", by).executeTakeFirst();
  return row !== undefined && !row.disabled && isRole(row.role) && mayRole(row.role, "customers:read");
}
