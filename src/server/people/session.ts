import type { FastifyReply } from "fastify";
import { z } from "zod";
import { PERMISSIONS, permissionNames, permissionsOf, ROLES } from "../../people/rights.ts";
import { PASSWORD_LENGTH, type Person } from "../../people/sign-in.ts";
import { answers, DONE, done } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { seldom } from "../rates.ts";
import { headersOf, personIn, requires } from "../rights.ts";

const PERMISSION = z.enum(permissionNames as [string, ...string[]]);
export const ROLE = z.enum(ROLES);

/** Who is signed in, and what they may do. */
export const ME = z
  .strictObject({ id: z.string(), name: z.string(), email: z.string(), role: ROLE, permissions: z.array(PERMISSION) })
  .meta({ id: "Me" });

export const PASSWORD = z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most);
const SIGN_IN = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(PASSWORD_LENGTH.most) });
const CHANGE = z.strictObject({ current: z.string().min(1).max(PASSWORD_LENGTH.most), next: PASSWORD });
export const RIGHTS = z.strictObject({
  roles: z.array(z.strictObject({ role: ROLE, permissions: z.array(PERMISSION) })),
  permissions: z.array(z.strictObject({ permission: PERMISSION, allows: z.string() })),
});

const about = (summary: string) => ({ tags: ["people"], summary });

/** Signing in and out by password, and what oneself may do. */
export function sessionRoutes(app: App, { config, signIn }: Rooms): void {
  app.post(
    "/api/session",
    {
      config: { ...requires("public").config, ...seldom(config) },
      schema: { ...about("Sign in"), body: SIGN_IN, response: answers(ME) },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      const { headers } = await signIn.byPassword(email, password, headersOf(request));
      const person = await signIn.personOf(cookiesOf(headers));
      if (person === undefined) throw new Error("A session was begun, and there is none.");
      return giveCookies(reply, headers).send(meOf(person));
    },
  );

  app.get(
    "/api/session",
    { ...requires("signed-in"), schema: { ...about("Who I am"), response: answers(ME) } },
    (request) => meOf(personIn(request)),
  );

  app.delete(
    "/api/session",
    { ...requires("signed-in"), schema: { ...about("Sign out"), response: answers(DONE) } },
    async (request, reply) => {
      const { headers } = await signIn.leave(headersOf(request));
      return giveCookies(reply, headers).send(done);
    },
  );

  app.put(
    "/api/session/password",
    {
      config: { ...requires("signed-in").config, ...seldom(config) },
      schema: { ...about("Change one's password; all other sessions end"), body: CHANGE, response: answers(DONE) },
    },
    async (request, reply) => {
      const { current, next } = request.body;
      const { headers } = await signIn.changePassword(current, next, headersOf(request));
      return giveCookies(reply, headers).send(done);
    },
  );

  app.get(
    "/api/rights",
    { ...requires("signed-in"), schema: { ...about("All roles and permissions"), response: answers(RIGHTS) } },
    () => ({
      roles: ROLES.map((role) => ({ role, permissions: [...permissionsOf(role)] })),
      permissions: permissionNames.map((permission) => ({ permission, allows: PERMISSIONS[permission].allows })),
    }),
  );
}

const meOf = ({ id, name, email, role }: Person) => ({ id, name, email, role, permissions: [...permissionsOf(role)] });

/** The cookies that an answer sets, as the next request would send them. */
export function cookiesOf(answer: Headers): Headers {
  const pairs = answer.getSetCookie().map((each) => each.split(";")[0] ?? "");
  return new Headers({ cookie: pairs.join("; ") });
}

export function giveCookies(reply: FastifyReply, headers: Headers): FastifyReply {
  const cookies = headers.getSetCookie();
  return cookies.length === 0 ? reply : reply.header("set-cookie", cookies);
}
