import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { actorOf, audit } from "../../people/audit.ts";
import {
  acceptInvitation,
  findInvitation,
  invitationOver,
  invite,
  openInvitations,
  withdrawInvitation,
} from "../../people/invitations.ts";
import { atOnce } from "../../storage/postgres/at-once.ts";
import { answers, DONE, done, ID_PARAMS, MOMENT, momentOf, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { seldom } from "../rates.ts";
import { headersOf, requires } from "../rights.ts";
import { giveCookies, PASSWORD, ROLE } from "./session.ts";

const EMAIL = z.email().max(254);
export const INVITATION = z
  .strictObject({
    id: z.string(),
    email: z.string().nullable(),
    role: ROLE,
    created_at: MOMENT,
    expires_at: MOMENT,
  })
  .meta({ id: "Invitation" });
const INVITED = z.strictObject({
  id: z.string(),
  link: z.url().meta({ description: "Shown this once" }),
  expires_at: MOMENT,
});
const TOKEN = z.string().min(20).max(100);
export const INVITED_AS = z.strictObject({ email: z.string().nullable(), role: ROLE, expires_at: MOMENT });
const JOIN = z.strictObject({
  token: TOKEN,
  name: z.string().trim().min(1).max(100),
  email: EMAIL.optional(),
  password: PASSWORD,
});
const about = (summary: string) => ({ tags: ["people"], summary });

/** Inviting people by a link, and coming in by it. */
export function invitationRoutes(app: App, rooms: Rooms): void {
  const { house, config } = rooms;
  const { state } = house;
  const own = requires("people:write");

  app.get(
    "/api/invitations",
    { ...own, schema: { ...about("Open invitations"), response: answers(z.array(INVITATION)) } },
    async () =>
      (await openInvitations(state, house.now())).map(({ createdAt, expiresAt, ...rest }) => ({
        ...rest,
        created_at: momentOf(createdAt),
        expires_at: momentOf(expiresAt),
      })),
  );

  app.post(
    "/api/invitations",
    {
      ...own,
      schema: {
        ...about("Invite somebody"),
        body: z.strictObject({ email: EMAIL, role: ROLE }),
        response: answers(INVITED),
      },
    },
    async ({ body, caller, protocol, host }) => {
      const invitedBy = caller.kind === "person" ? caller.id : caller.kind === "token" ? caller.ownerId : undefined;
      const made = await atOnce(state, async (inside) => {
        const made = await invite(inside, house.now(), { ...body, invitedBy, hours: config["invitation-hours"] });
        const what = { action: "person.invited", subject: made.id, details: { role: body.role } };
        await audit(inside, house.now(), { actor: actorOf(caller), ...what });
        return made;
      });
      const link = `${config.url ?? `${protocol}://${host}`}/join#${made.token}`;
      return { id: made.id, link, expires_at: momentOf(made.expiresAt) };
    },
  );

  app.delete(
    "/api/invitations/:id",
    { ...own, schema: { ...about("Withdraw an invitation"), params: ID_PARAMS, response: answers(DONE) } },
    async ({ params, caller }) => {
      const deed = { actor: actorOf(caller), action: "invitation.withdrawn", subject: params.id };
      await atOnce(state, async (inside) => {
        if (!(await withdrawInvitation(inside, params.id)))
          throw new KeptError(NOTHING.code, "There is no such open invitation.", NOTHING);
        await audit(inside, house.now(), deed);
      });
      return done;
    },
  );

  joinRoutes(app, rooms);
}

function joinRoutes(app: App, { house, config, signIn }: Rooms): void {
  const open = { config: { ...requires("public").config, ...seldom(config) } };

  app.post(
    "/api/join/look",
    {
      ...open,
      schema: {
        ...about("What an invitation is for"),
        body: z.strictObject({ token: TOKEN }),
        response: answers(INVITED_AS),
      },
    },
    async ({ body }) => {
      const invitation = await findInvitation(house.state, house.now(), body.token);
      if (invitation === undefined) throw invitationOver();
      return { email: invitation.email, role: invitation.role, expires_at: momentOf(invitation.expiresAt) };
    },
  );

  app.post(
    "/api/join",
    { ...open, schema: { ...about("Accept an invitation; signs in"), body: JOIN, response: answers(DONE) } },
    async (request, reply) => {
      const { token, name, email, password } = request.body;
      // Hashing is dear; nobody gets it without an invitation.
      const invitation = await findInvitation(house.state, house.now(), token);
      if (invitation === undefined) throw invitationOver();
      const passwordHash = await signIn.hashPassword(password);
      const person = await acceptInvitation(house.state, house.now(), token, { name, email, passwordHash });
      const { headers } = await signIn.byPassword(person.email, password, headersOf(request));
      return giveCookies(reply, headers).send(done);
    },
  );
}
