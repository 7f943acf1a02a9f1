import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { keyOfCustomer } from "../../ledger/customer-keys.ts";
import { readPerson } from "../../ledger/links/read.ts";
import { actorOf, audit } from "../../people/audit.ts";
import type { Caller } from "../../people/caller.ts";
import type { Colleague } from "../../remedies/case.ts";
import { changeCase, closeCase, noteOnCase, reopenCase } from "../../remedies/change.ts";
import { openCaseOf } from "../../remedies/read.ts";
import { type Db, takeUp } from "../../remedies/take.ts";
import { answers, ID_PARAMS, MOMENT, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { experienceOf } from "../gaps/prepared.ts";
import { requires } from "../rights.ts";
import { colleagueBehind } from "./by.ts";
import { caseNamed } from "./case-named.ts";
import { CASE, OUTCOME } from "./case-schema.ts";
import { newsOfCase, type ToldCase } from "./told.ts";

const WORDS = z.string().trim().min(1).max(4000);
const OWNER = z.string().min(1).max(64).nullable();
const NEW = z.strictObject({
  customer: z.string().min(1).max(500).meta({ description: "By any id of theirs" }),
  promise: z.string().min(1).max(200).nullable().default(null),
  subject: z.string().min(1).max(500).nullable().default(null),
  owner: OWNER.optional().meta({ description: "Who has it; me if not named, nobody yet if null" }),
  due_at: MOMENT.nullable().default(null),
});
const CHANGE = z
  .strictObject({
    owner: OWNER.optional().meta({ description: "Who has it from now on; null: nobody" }),
    from: OWNER.default(null).meta({ description: "Who has it as far as you know; if somebody else does, 409" }),
    due_at: MOMENT.nullable().optional(),
  })
  .refine(({ owner, due_at }) => owner !== undefined || due_at !== undefined, "Name owner or due_at.");
const about = (summary: string) => ({ tags: ["cases"], summary });
const own = requires("cases:write");
const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** Taking a deficit up, noting what was done, closing it; each is in the audit log, and everybody who listens hears it. */
export function caseWorkRoutes(app: App, rooms: Rooms): void {
  takingUp(app, rooms);
  changing(app, rooms);
  closing(app, rooms);
}

function takingUp(app: App, rooms: Rooms): void {
  app.post(
    "/api/cases",
    {
      ...own,
      schema: {
        ...about("Take up what a customer is short of; 409 where somebody else has it"),
        body: NEW,
        response: answers(CASE),
      },
    },
    async ({ body, caller }) => {
      const { customer, key } = await known(rooms, body.customer, body.promise);
      return does(rooms, caller, async (db, at, by) => {
        const owner = body.owner === undefined ? by.id : body.owner;
        const { promise, subject } = body;
        const asked = { customer, key, promise, subject, owner, dueAt: dateOf(body.due_at) };
        const { id, opened } = await takeUp(db, at, asked, by);
        return { id, kind: opened ? "opened" : "changed" };
      });
    },
  );
}

function changing(app: App, rooms: Rooms): void {
  app.patch(
    "/api/cases/:id",
    {
      ...own,
      schema: {
        ...about("Give a case to somebody, or say by when it is to be mended"),
        params: ID_PARAMS,
        body: CHANGE,
        response: answers(CASE),
      },
    },
    ({ params: { id }, body, caller }) =>
      does(rooms, caller, async (db, at, by) => {
        const owner = body.owner === undefined ? undefined : { to: body.owner, from: body.from };
        const dueAt = body.due_at === undefined ? undefined : dateOf(body.due_at);
        await changeCase(db, at, id, { owner, dueAt }, by);
        return { id, kind: "changed" };
      }),
  );

  app.post(
    "/api/cases/:id/notes",
    {
      ...own,
      schema: {
        ...about("Note what was done or said; no note is ever changed"),
        params: ID_PARAMS,
        body: z.strictObject({ words: WORDS }),
        response: answers(CASE),
      },
    },
    ({ params: { id }, body, caller }) =>
      does(rooms, caller, async (db, at, by) => {
        await noteOnCase(db, at, id, body.words, by);
        return { id, kind: "noted" };
      }),
  );
}

function closing(app: App, rooms: Rooms): void {
  app.post(
    "/api/cases/:id/close",
    {
      ...own,
      schema: {
        ...about("Close a case: what was done, and what became of it"),
        params: ID_PARAMS,
        body: z.strictObject({ done: WORDS, outcome: OUTCOME }),
        response: answers(CASE),
      },
    },
    ({ params: { id }, body, caller }) =>
      does(rooms, caller, async (db, at, by) => {
        await closeCase(db, at, id, body, by);
        return { id, kind: "closed" };
      }),
  );

  app.post(
    "/api/cases/:id/reopen",
    { ...own, schema: { ...about("Open a closed case again"), params: ID_PARAMS, response: answers(CASE) } },
    ({ params: { id }, caller }) =>
      does(rooms, caller, async (db, at, by) => {
        await reopenCase(db, at, id, by);
        return { id, kind: "reopened" };
      }),
  );
}

interface Done {
  readonly id: string;
  readonly kind: "opened" | "changed" | "noted" | "closed" | "reopened";
}

/** Everything or nothing; then what others hear. */
async function does(
  rooms: Rooms,
  caller: Caller,
  work: (db: Db, at: number, by: Colleague) => Promise<Done>,
): Promise<ToldCase> {
  const { state, now } = rooms.house;
  const at = now();
  const by = await colleagueBehind(state, caller);
  const { id, kind } = await state.db.transaction().execute(async (db) => {
    const done = await work({ db }, at, by);
    await audit({ db }, at, { actor: actorOf(caller), action: `case.${done.kind}`, subject: done.id });
    return done;
  });
  const { found, told } = await caseNamed(rooms, id);
  const news = kind === "opened" || kind === "closed" ? (`case.${kind}` as const) : "case.changed";
  await rooms.live.publish(newsOfCase(news, found));
  return told;
}

/**
 * Refuses customers whom the ledger does not know, and promises that the experience does not. Who has an open case under
 * an id that was linked since is called as there: nobody has two.
 */
async function known({ house, shelf }: Rooms, id: string, promise: string | null) {
  const { promises } = experienceOf(shelf);
  if (promise !== null && !promises.some(({ name }) => name === promise))
    throw new KeptError("unknown-name", `The experience file knows no promise "${promise}".`, { status: 400 });
  const { customer, ids } = await readPerson(house.store, id);
  const key = await keyOfCustomer(house.store, customer);
  if (key === undefined) throw new KeptError(NOTHING.code, "The ledger knows nobody by this id.", NOTHING);
  return (await openCaseOf(house.state, "customer", ids)) ?? { customer, key };
}
