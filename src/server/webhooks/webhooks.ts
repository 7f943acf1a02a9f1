import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { readAddress } from "../../news/address.ts";
import { newsKinds } from "../../news/news.ts";
import {
  makeWebhook,
  readDeliveries,
  readWebhooks,
  removeWebhook,
  renewSecret,
  sendAgain,
  stopWebhook,
} from "../../news/webhooks.ts";
import { actorOf, audit } from "../../people/audit.ts";
import type { Caller } from "../../people/caller.ts";
import { atOnce, type Inside } from "../../storage/postgres/at-once.ts";
import { answers, DONE, done, ID_PARAMS, MOMENT, momentOf, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { cursorOf, NEXT, PAGE_QUERY, placeOf } from "../page.ts";
import { requires } from "../rights.ts";

const KIND = z.enum(newsKinds as [(typeof newsKinds)[number]]);
export const WEBHOOK = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    kinds: z.array(KIND),
    promises: z.array(z.string()).meta({ description: "Only news on these; empty for all" }),
    about: z.string(),
    created_at: MOMENT,
    stopped: z.enum(["by-hand", "failing"]).nullable(),
    stopped_at: MOMENT.nullable(),
    failing_since: MOMENT.nullable(),
  })
  .meta({ id: "Webhook" });
const NEW = z.strictObject({
  url: z.string().min(1).max(2000),
  kinds: z.array(KIND).min(1),
  promises: z.array(z.string().max(200)).max(200).default([]),
  about: z.string().max(200).default(""),
});
const SECRET = z.string().meta({ description: "Signs what is sent; shown this once" });
const MADE = z.strictObject({ id: z.string(), secret: SECRET });
export const DELIVERY = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    made_at: MOMENT,
    attempts: z.int(),
    next_at: MOMENT.nullable(),
    outcome: z.enum(["waiting", "delivered", "given-up"]),
    last_at: MOMENT.nullable(),
    last_status: z.int().nullable(),
    last_words: z.string().nullable(),
  })
  .meta({ id: "Delivery" });
const PAGE = z.strictObject({ deliveries: z.array(DELIVERY), next: NEXT });
const PLACE = z.tuple([z.int(), z.string().max(64)]);
const ONE = z.strictObject({ id: z.string().max(64), delivery: z.string().max(64) });
const about = (summary: string) => ({ tags: ["webhooks"], summary });
const own = requires("webhooks:write");
const gone = () => new KeptError(NOTHING.code, "There is no such webhook or delivery.", NOTHING);
const maybe = (date: Date | null) => (date === null ? null : momentOf(date));

/** Where news is sent: docs/webhooks.md. */
export function webhookRoutes(app: App, rooms: Rooms): void {
  const { house, config } = rooms;
  const { state } = house;
  const note = (inside: Inside, caller: Caller, action: string, subject: string, details = {}) =>
    audit(inside, house.now(), { actor: actorOf(caller), action, subject, details });

  app.get(
    "/api/webhooks",
    { ...own, schema: { ...about("All webhooks"), response: answers(z.array(WEBHOOK)) } },
    async () =>
      (await readWebhooks(state)).map((hook) => ({
        id: hook.id,
        url: hook.url,
        kinds: [...hook.kinds],
        promises: [...hook.promises],
        about: hook.about,
        created_at: momentOf(hook.createdAt),
        stopped: hook.stopped as "by-hand" | "failing" | null,
        stopped_at: maybe(hook.stoppedAt),
        failing_since: maybe(hook.failingSince),
      })),
  );

  app.post(
    "/api/webhooks",
    { ...own, schema: { ...about("Send news to an address"), body: NEW, response: answers(MADE) } },
    async ({ body, caller }) => {
      const url = readAddress(body.url, config["webhook-networks"]).href;
      return atOnce(state, async (inside) => {
        const made = await makeWebhook(inside, house.now(), { ...body, url, createdBy: actorOf(caller).id });
        await note(inside, caller, "webhook.made", made.id, { url: new URL(url).host, kinds: body.kinds });
        return made;
      });
    },
  );

  app.post(
    "/api/webhooks/:id/secret",
    {
      ...own,
      schema: {
        ...about("Another secret in place of the old one"),
        params: ID_PARAMS,
        response: answers(z.strictObject({ secret: SECRET })),
      },
    },
    async ({ params, caller }) => {
      return atOnce(state, async (inside) => {
        const secret = await renewSecret(inside, params.id);
        if (secret === undefined) throw gone();
        await note(inside, caller, "webhook.secret", params.id);
        return { secret };
      });
    },
  );

  for (const [what, stop] of [
    ["stop", true],
    ["start", false],
  ] as const)
    app.post(
      `/api/webhooks/:id/${what}`,
      {
        ...own,
        schema: {
          ...about(stop ? "Send nothing for now" : "Go on with what waits"),
          params: ID_PARAMS,
          response: answers(DONE),
        },
      },
      async ({ params, caller }) => {
        await atOnce(state, async (inside) => {
          if (!(await stopWebhook(inside, house.now(), params.id, stop))) throw gone();
          await note(inside, caller, stop ? "webhook.stopped" : "webhook.started", params.id);
        });
        return done;
      },
    );

  app.delete(
    "/api/webhooks/:id",
    {
      ...own,
      schema: { ...about("Take a webhook away, with its log"), params: ID_PARAMS, response: answers(DONE) },
    },
    async ({ params, caller }) => {
      await atOnce(state, async (inside) => {
        if (!(await removeWebhook(inside, params.id))) throw gone();
        await note(inside, caller, "webhook.removed", params.id);
      });
      return done;
    },
  );

  deliveries(app, rooms);
}

function deliveries(app: App, { house }: Rooms): void {
  const { state } = house;

  app.get(
    "/api/webhooks/:id/deliveries",
    {
      ...own,
      schema: {
        ...about("What was sent or is to be, newest first"),
        params: ID_PARAMS,
        querystring: z.strictObject(PAGE_QUERY),
        response: answers(PAGE),
      },
    },
    async ({ params, query }) => {
      const place = placeOf(PLACE, query.after);
      const after = place && { madeAt: new Date(place[0]), id: place[1] };
      const rows = await readDeliveries(state, params.id, query.limit, after);
      const last = rows.length < query.limit ? undefined : rows.at(-1);
      return {
        deliveries: rows.map((row) => ({
          ...row,
          outcome: row.outcome as "waiting" | "delivered" | "given-up",
          made_at: momentOf(row.made_at),
          next_at: maybe(row.next_at),
          last_at: maybe(row.last_at),
        })),
        next: last === undefined ? null : cursorOf([last.made_at.getTime(), last.id]),
      };
    },
  );

  app.post(
    "/api/webhooks/:id/deliveries/:delivery/again",
    { ...own, schema: { ...about("Try a delivery again now"), params: ONE, response: answers(DONE) } },
    async ({ params }) => {
      if (!(await sendAgain(state, house.now(), params.id, params.delivery))) throw gone();
      return done;
    },
  );
}
