import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { keysOfCustomers } from "../../ledger/customer-keys.ts";
import type { Told } from "../../news/live.ts";
import { NEWS, NEWS_KINDS } from "../../news/news.ts";
import { type Caller, permissionsOfCaller } from "../../people/caller.ts";
import type { App, Rooms } from "../app.ts";
import { PROBLEM } from "../problem.ts";
import { headersOf, requires } from "../rights.ts";
import { type Hearing, openStream, type Stream } from "./stream.ts";

/** Milliseconds between signs of life; each time it is looked whether who listens still may. */
const BEAT = 15_000;
/** A change of rights is read by the keys first. In ms. */
const SOON = 300;
const MOST_STREAMS = 2000;
const MOST_EACH = 30;
const MOST_MISSED = 1000;

const QUERY = z.strictObject({
  customer: z.string().min(1).max(500).optional().meta({ description: "Only what is about this customer." }),
});
const kinds = Object.entries(NEWS_KINDS).map(([kind, { hears, says }]) => `\`${kind}\` (${hears}): ${says}.`);

interface Listener {
  readonly stream: Stream;
  readonly request: FastifyRequest;
  hearing: Hearing;
}

/** Server-sent events: what happens, as it happens, to whom may hear it. */
export async function liveRoutes(app: App, rooms: Rooms): Promise<void> {
  const { house, live } = rooms;
  const listeners = new Set<Listener>();
  let closed = false;
  const silence = live.subscribe((told) => {
    for (const { stream, hearing } of listeners) stream.send(told, hearing);
  });
  const recheck = () => void Promise.all([...listeners].map((one) => checkAgain(rooms, one))).catch(() => {});
  const deaf = await house.state.listen("rights", () => setTimeout(recheck, SOON).unref());
  const timer = setInterval(() => {
    for (const { stream } of listeners) stream.beat();
    recheck();
  }, BEAT);
  timer.unref();
  app.addHook("preClose", async () => {
    closed = true;
    clearInterval(timer);
    silence();
    deaf();
    for (const { stream } of listeners) stream.end();
  });

  app.get(
    "/api/live",
    {
      ...requires("gaps:read"),
      schema: {
        tags: ["live"],
        summary: "What happens, as it happens",
        description: `Server-sent events. With \`Last-Event-ID\` what was missed comes first, or \`missed\` where it is no longer known. Kinds: ${kinds.join(" ")}`,
        produces: ["text/event-stream"],
        querystring: QUERY,
        response: { 200: NEWS, "4xx": PROBLEM, "5xx": PROBLEM },
      },
    },
    async (request, reply) => {
      refuseOthers(request, listeners);
      const customerKey = await keyOf(rooms, request.caller, request.query.customer);
      const hearing = { permissions: permissionsOfCaller(request.caller), customerKey };
      const last = lastHeard(request);
      const listener: Listener = {
        stream: openStream(request, reply, last ?? 0, () => listeners.delete(listener)),
        request,
        hearing,
      };
      await begin(rooms, listener, last, listeners);
      // Who asked before the server began to close would hold it open.
      if (closed) listener.stream.end();
      return reply;
    },
  );
}

/** What was missed first, then what comes; in between nothing gets lost, and nothing comes twice. */
async function begin({ live }: Rooms, listener: Listener, last: number | undefined, all: Set<Listener>): Promise<void> {
  const { stream, hearing } = listener;
  const waiting: Told[] = [];
  const silence = live.subscribe((told) => waiting.push(told));
  try {
    const missed = last === undefined ? [] : await live.since(last, MOST_MISSED);
    const known = missed === undefined || missed.length === MOST_MISSED ? undefined : missed;
    if (known === undefined) stream.missed(live.latest());
    for (const told of known ?? []) stream.send(told, hearing);
    for (const told of waiting) stream.send(told, hearing);
    all.add(listener);
  } catch {
    stream.end();
  } finally {
    silence();
  }
}

/** Who was sent away, or whose token was revoked, hears nothing more; who has other rights hears by those. */
async function checkAgain({ keys, signIn }: Rooms, listener: Listener): Promise<void> {
  const { request, stream } = listener;
  const secret = (request.headers.authorization ?? "").split(" ")[1];
  const caller = secret === undefined ? await signIn.personOf(headersOf(request)) : await keys.callerOf(secret);
  const permissions = caller === undefined ? [] : permissionsOfCaller(caller);
  if (!permissions.includes("gaps:read")) return stream.end();
  listener.hearing = { ...listener.hearing, permissions };
}

function refuseOthers(request: FastifyRequest, listeners: ReadonlySet<Listener>): void {
  if (!/\btext\/event-stream\b/i.test(request.headers.accept ?? ""))
    throw new KeptError("not-acceptable", "Ask with `Accept: text/event-stream`.", { status: 406 });
  const { caller } = request;
  const own = [...listeners].filter((one) => idOf(one.request.caller) === idOf(caller));
  if (listeners.size >= MOST_STREAMS || own.length >= MOST_EACH)
    throw new KeptError("too-many", "Too many listen at once; close some.", { status: 429 });
}

const idOf = (caller: Caller): string => (caller.kind === "nobody" ? "" : caller.id);

const lastHeard = ({ headers }: FastifyRequest): number | undefined => {
  const last = headers["last-event-id"];
  return typeof last === "string" && /^\d{1,15}$/.test(last) ? Number(last) : undefined;
};

async function keyOf({ house }: Rooms, caller: Caller, customer: string | undefined): Promise<string | undefined> {
  if (customer === undefined) return undefined;
  if (!permissionsOfCaller(caller).includes("customers:read"))
    throw new KeptError("not-allowed", "This needs the permission customers:read.", { status: 403 });
  const [key] = await keysOfCustomers(house.store, [customer]);
  return key;
}
