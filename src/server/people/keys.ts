import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { actorOf, audit } from "../../people/audit.ts";
import { permissionsOfCaller } from "../../people/caller.ts";
import { listKeys, makeKey, revokeKey } from "../../people/keys.ts";
import { isPermission, permissionNames } from "../../people/rights.ts";
import { atOnce } from "../../storage/postgres/at-once.ts";
import { answers, DONE, done, ID_PARAMS, MOMENT, momentOf, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { requires } from "../rights.ts";

export const KEY = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    ends_in: z.string().meta({ description: "The last four signs of the secret" }),
    scopes: z.array(z.string()),
    created_at: MOMENT,
    expires_at: MOMENT.nullable(),
  })
  .meta({ id: "Key" });
export const MADE = z.strictObject({
  id: z.string(),
  secret: z.string().meta({ description: "Shown this once, and kept nowhere" }),
});
const NAME = z.string().trim().min(1).max(100);
const DAYS = z.int().min(1).max(3650).optional().meta({ description: "For so many days; for ever if not named" });
const TOKEN = z.strictObject({
  name: NAME,
  days: DAYS,
  scopes: z.array(z.enum(permissionNames as [string, ...string[]])).min(1),
});
const about = (summary: string) => ({ tags: ["keys"], summary });
const DAY = 86_400_000;
const gone = () => new KeptError(NOTHING.code, "There is no such key, or it is revoked.", NOTHING);

/** Write keys, by which events come in: the company's. */
export function keyRoutes(app: App, { house, keys }: Rooms): void {
  const { state } = house;
  const own = requires("keys:write");

  app.get(
    "/api/keys",
    { ...own, schema: { ...about("Write keys that work"), response: answers(z.array(KEY)) } },
    async () => (await listKeys(state, undefined)).map(keyOf),
  );

  app.post(
    "/api/keys",
    {
      ...own,
      schema: {
        ...about("Make a write key"),
        body: z.strictObject({ name: NAME, days: DAYS }),
        response: answers(MADE),
      },
    },
    async ({ body, caller }) => {
      const actor = actorOf(caller);
      const key = { kind: "write", name: body.name, scopes: [], ownerId: undefined, createdBy: actor.id } as const;
      const made = await atOnce(state, async (inside) => {
        const made = await makeKey(inside, house.now(), { ...key, expiresAt: until(house.now(), body.days) });
        const deed = { actor, action: "key.made", subject: made.id, details: { name: body.name } };
        await audit(inside, house.now(), deed);
        return made;
      });
      await keys.reload();
      return made;
    },
  );

  app.delete(
    "/api/keys/:id",
    {
      ...own,
      schema: {
        ...about("Revoke a write key: no event comes in by it from now on"),
        params: ID_PARAMS,
        response: answers(DONE),
      },
    },
    async ({ params, caller }) => {
      const deed = { actor: actorOf(caller), action: "key.revoked", subject: params.id };
      await atOnce(state, async (inside) => {
        if (!(await revokeKey(inside, house.now(), params.id, undefined))) throw gone();
        await audit(inside, house.now(), deed);
      });
      await keys.reload();
      return done;
    },
  );
}

/** Tokens, by which one's programs use the API: each person's own, with no more rights than theirs. */
export function tokenRoutes(app: App, { house, keys }: Rooms): void {
  const { state } = house;
  const own = requires("signed-in");

  app.get(
    "/api/tokens",
    { ...own, schema: { ...about("My tokens that work"), response: answers(z.array(KEY)) } },
    async ({ caller }) => (await listKeys(state, actorOf(caller).id)).map(keyOf),
  );

  app.post(
    "/api/tokens",
    { ...own, schema: { ...about("Make a token"), body: TOKEN, response: answers(MADE) } },
    async ({ body, caller }) => {
      const may = permissionsOfCaller(caller);
      const scopes = body.scopes.filter(isPermission);
      const beyond = scopes.find((scope) => !may.includes(scope));
      if (beyond !== undefined)
        throw new KeptError("not-allowed", `You do not have the permission ${beyond} yourself.`, { status: 403 });
      const actor = actorOf(caller);
      const key = { kind: "token", name: body.name, scopes, ownerId: actor.id, createdBy: actor.id } as const;
      const made = await atOnce(state, async (inside) => {
        const made = await makeKey(inside, house.now(), { ...key, expiresAt: until(house.now(), body.days) });
        const deed = { actor, action: "token.made", subject: made.id, details: { name: body.name, scopes } };
        await audit(inside, house.now(), deed);
        return made;
      });
      await keys.reload();
      return made;
    },
  );

  app.delete(
    "/api/tokens/:id",
    { ...own, schema: { ...about("Revoke a token of mine"), params: ID_PARAMS, response: answers(DONE) } },
    async ({ params, caller }) => {
      const actor = actorOf(caller);
      await atOnce(state, async (inside) => {
        if (!(await revokeKey(inside, house.now(), params.id, actor.id))) throw gone();
        await audit(inside, house.now(), { actor, action: "token.revoked", subject: params.id });
      });
      await keys.reload();
      return done;
    },
  );
}

const until = (now: number, days: number | undefined) => (days === undefined ? undefined : now + days * DAY);

const keyOf = (key: Awaited<ReturnType<typeof listKeys>>[number]) => ({
  id: key.id,
  name: key.name,
  ends_in: key.hint,
  scopes: [...key.scopes],
  created_at: momentOf(key.createdAt),
  expires_at: key.expiresAt === null ? null : momentOf(key.expiresAt),
});
