import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { actorOf, audit } from "../../people/audit.ts";
import { changePerson, readPeople, removePerson } from "../../people/people.ts";
import { atOnce } from "../../storage/postgres/at-once.ts";
import { answers, DONE, done, ID_PARAMS, MOMENT, momentOf, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { requires } from "../rights.ts";
import { ROLE } from "./session.ts";

export const PERSON = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: ROLE,
    disabled: z.boolean(),
    created_at: MOMENT,
  })
  .meta({ id: "Person" });
const CHANGE = z
  .strictObject({ role: ROLE.optional(), disabled: z.boolean().optional() })
  .refine((change) => Object.keys(change).length > 0, "name a role, or disabled");
const about = (summary: string) => ({ tags: ["people"], summary });
const nobody = () => new KeptError(NOTHING.code, "There is no such person.", NOTHING);

/** Who is here, and what they may do. */
export function peopleRoutes(app: App, { house, keys }: Rooms): void {
  const { state } = house;
  const own = requires("people:write");

  app.get("/api/people", { ...own, schema: { ...about("Everybody"), response: answers(z.array(PERSON)) } }, async () =>
    (await readPeople(state)).map(({ createdAt, ...person }) => ({ ...person, created_at: momentOf(createdAt) })),
  );

  app.patch(
    "/api/people/:id",
    {
      ...own,
      schema: {
        ...about("Change a role, or send somebody away"),
        params: ID_PARAMS,
        body: CHANGE,
        response: answers(DONE),
      },
    },
    async ({ params, body, caller }) => {
      const deed = { actor: actorOf(caller), action: "person.changed", subject: params.id, details: body };
      await atOnce(state, async (inside) => {
        if (!(await changePerson(inside, house.now(), params.id, body))) throw nobody();
        await audit(inside, house.now(), deed);
      });
      await keys.reload();
      return done;
    },
  );

  app.delete(
    "/api/people/:id",
    { ...own, schema: { ...about("Take somebody out for good"), params: ID_PARAMS, response: answers(DONE) } },
    async ({ params, caller }) => {
      const deed = { actor: actorOf(caller), action: "person.removed", subject: params.id };
      await atOnce(state, async (inside) => {
        if (!(await removePerson(inside, params.id))) throw nobody();
        await audit(inside, house.now(), deed);
      });
      await keys.reload();
      return done;
    },
  );
}
