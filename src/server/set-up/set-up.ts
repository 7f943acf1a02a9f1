import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { readHeard } from "../../ledger/heard.ts";
import { listKeys } from "../../people/keys.ts";
import { TEMPLATES, type Template, templateNames, templateText } from "../../published/templates.ts";
import { answers, MOMENT, momentOf } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { requires } from "../rights.ts";
import { demoRoutes } from "./demo.ts";
import { readStanding, STANDING } from "./standing.ts";

const NAME = z.enum(templateNames as [Template, ...Template[]]);
export const TEMPLATE = z.strictObject({ name: NAME, about: z.string() });
export const HEARD = z.strictObject({
  id: z.string(),
  events: z.int(),
  refused: z.int().meta({ description: "Lie among the dead letters" }),
  first_at: MOMENT.nullable(),
  last_at: MOMENT.nullable(),
});
const about = (summary: string) => ({ tags: ["set-up"], summary });
const maybe = (ms: number | undefined) => (ms === undefined ? null : momentOf(new Date(ms)));

/** What is there and what is missing; what one can start from; whether a key is heard. */
export function setUpRoutes(app: App, rooms: Rooms): void {
  const { house } = rooms;
  const demo = demoRoutes(app, rooms);
  app.get(
    "/api/set-up",
    {
      ...requires("gaps:read"),
      schema: { ...about("What is there, and what is missing before gaps can be seen"), response: answers(STANDING) },
    },
    () => readStanding(rooms, demo.making()),
  );
  app.get(
    "/api/templates",
    {
      ...requires("experience:read"),
      schema: { ...about("Experience files to start from"), response: answers(z.array(TEMPLATE)) },
    },
    () => templateNames.map((name) => ({ name, about: TEMPLATES[name] })),
  );
  app.get(
    "/api/templates/:name",
    {
      ...requires("experience:read"),
      schema: {
        ...about("The text of one"),
        params: z.strictObject({ name: z.string().max(100) }),
        response: answers(TEMPLATE.extend({ text: z.string() })),
      },
    },
    ({ params }) => {
      const name = templateNames.find((one) => one === params.name);
      if (name === undefined)
        throw new KeptError("not-found", `There is no such template; there are ${templateNames.join(", ")}.`, {
          status: 404,
        });
      return { name, about: TEMPLATES[name], text: templateText(name) };
    },
  );
  app.get(
    "/api/keys/heard",
    {
      ...requires("keys:write"),
      schema: { ...about("What came in by each write key since it was made"), response: answers(z.array(HEARD)) },
    },
    async () => {
      const keys = await listKeys(house.state, undefined);
      const ways = keys.map(({ id, name, createdAt }) => ({ id, name, since: createdAt.getTime() }));
      const heard = await readHeard(house.store, ways);
      return heard.map(({ first, last, ...one }) => ({ ...one, first_at: maybe(first), last_at: maybe(last) }));
    },
  );
}
