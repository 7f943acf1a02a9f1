import { createHash } from "node:crypto";
import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { readPerson } from "../../ledger/links/read.ts";
import { actorOf, type Deed } from "../../people/audit.ts";
import type { Caller } from "../../people/caller.ts";
import type { App } from "../app.ts";
import { PROBLEM } from "../problem.ts";
import { requires } from "../rights.ts";
import type { DoorRooms } from "./door.ts";

const LINK = z.strictObject({
  known_as: z.string(),
  customer: z.string(),
  linked: z.iso.datetime(),
  source: z.string().meta({ description: "The write key, or the person, that said so" }),
  undone: z.iso.datetime().nullable(),
});

export const PERSON = z.strictObject({
  customer: z.string().meta({ description: "With whom the events stand" }),
  ids: z.array(z.string()).meta({ description: "Every id by which this person is known, that one first" }),
  links: z.array(LINK),
});

const id = z.string().min(1).max(1000);
const PAIR = z.strictObject({ known_as: id, customer: id });
const about = (summary: string) => ({ tags: ["links"], summary });

/** The ids of a customer: who is known by what, who said so, and that two are not one after all. */
export function linkRoutes(app: App, rooms: DoorRooms): void {
  const { store } = rooms.house;
  const shown = async (customer: string) => {
    const person = await readPerson(store, customer);
    const links = person.links.map(({ knownAs, customer: of, linked, source, undone }) => ({
      known_as: knownAs,
      customer: of,
      linked: new Date(linked).toISOString(),
      source,
      undone: undone === undefined ? null : new Date(undone).toISOString(),
    }));
    return { customer: person.customer, ids: [...person.ids], links };
  };

  app.get(
    "/api/links",
    {
      ...requires("customers:read"),
      schema: {
        ...about("The ids of a customer, by any of them"),
        querystring: z.strictObject({ customer: id }),
        response: { 200: PERSON },
      },
    },
    ({ query }) => shown(query.customer),
  );

  app.post(
    "/api/links",
    {
      ...requires("links:write"),
      schema: { ...about("Says that two ids are one customer"), body: PAIR, response: { 200: PERSON, 400: PROBLEM } },
    },
    async ({ body, caller }) => {
      const link = { knownAs: body.known_as, customer: body.customer };
      if (link.knownAs === link.customer)
        throw new KeptError("same-id", "An id needs no link to itself.", { status: 400 });
      const source = nameOf(caller);
      const readings = [{ kind: "taken" as const, event: undefined, link }];
      await rooms.noted(deedOf(caller, "link.made", body), async () => {
        await rooms.intake.take({ source, door: "links", received: rooms.now(), readings });
        // A link that was undone is not made again by saying so; a person may.
        await rooms.intake.turn(link, { undo: false, source });
      });
      return shown(body.customer);
    },
  );

  app.post(
    "/api/links/undo",
    {
      ...requires("links:write"),
      schema: {
        ...about("Says that two ids are not one customer; verdicts are then as if they had never been linked"),
        body: PAIR,
        response: { 200: PERSON, 404: PROBLEM },
      },
    },
    async ({ body, caller }) => {
      const link = { knownAs: body.known_as, customer: body.customer };
      await rooms.noted(deedOf(caller, "link.undone", body), async () => {
        if (!(await rooms.intake.turn(link, { undo: true, source: nameOf(caller) })))
          throw new KeptError("no-link", "There is no such link that holds.", { status: 404 });
      });
      return shown(body.customer);
    },
  );
}

const nameOf = (caller: Caller): string => (caller.kind === "nobody" ? "" : caller.name);

/** A hash, because what was once written to the audit log cannot be erased with a customer. */
function deedOf(caller: Caller, action: string, pair: z.output<typeof PAIR>): Deed {
  const subject = createHash("sha256")
    .update(JSON.stringify([pair.known_as, pair.customer]))
    .digest("hex")
    .slice(0, 32);
  return { actor: actorOf(caller), action, subject };
}
