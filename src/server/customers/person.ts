import { Readable } from "node:stream";
import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { actorOf, audit } from "../../people/audit.ts";
import { erasePerson, handOver, hashOfCustomer } from "../../person.ts";
import { answers, MOMENT, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { requires } from "../rights.ts";

const CUSTOMER = z.strictObject({ id: z.string().min(1).max(1024) });
const ERASED = z
  .strictObject({
    events: z.int(),
    derived: z.int().meta({ description: "Verdicts and other rows on them, also among the rejected rows of files" }),
    in_backups_until: MOMENT.nullable().meta({
      description: "Until then, backups that were made before may still hold them",
    }),
  })
  .meta({ id: "Erased" });
const about = (summary: string) => ({ tags: ["customers"], summary });
const unknown = () => new KeptError(NOTHING.code, "Nobody is known by this id.", NOTHING);

/** Erasing a person, and handing over what is known of one. */
export function personRoutes(app: App, { house, shelf }: Rooms): void {
  app.delete(
    "/api/customers/:id",
    {
      ...requires("customers:erase"),
      schema: {
        ...about("Erase a customer, under all their ids, from both engines"),
        params: CUSTOMER,
        response: answers(ERASED),
      },
    },
    async ({ params, caller }) => {
      const { events, derived, inBackupsUntil } = await erasePerson(house, params.id, house.now(), actorOf(caller));
      if (events + derived === 0) throw unknown();
      const until = inBackupsUntil === undefined ? null : new Date(inBackupsUntil).toISOString();
      return { events, derived, in_backups_until: until };
    },
  );

  app.get(
    "/api/customers/:id/export",
    {
      ...requires("customers:export"),
      schema: {
        ...about("All that is known of a customer: a JSON object a line"),
        params: CUSTOMER,
        produces: ["application/jsonl"],
      },
    },
    async ({ params, caller }, reply) => {
      const lines = handOver(house, params.id, shelf.current()?.experience);
      const first = await lines.next();
      if (first.done) throw unknown();
      const deed = { actor: actorOf(caller), action: "customer.exported", subject: hashOfCustomer(params.id) };
      await audit(house.state, house.now(), deed);
      const text = async function* () {
        yield `${first.value}\n`;
        for await (const line of lines) yield `${line}\n`;
      };
      return reply.type("application/jsonl; charset=utf-8").send(Readable.from(text()));
    },
  );
}
