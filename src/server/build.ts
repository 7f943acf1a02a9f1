import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import fastify, { LogController } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { Registry } from "prom-client";
import type { House } from "../house.ts";
import { openLive } from "../news/live.ts";
import { openKeyRing } from "../people/keys.ts";
import { openOneTimeLinks } from "../people/one-time.ts";
import { openSignIn } from "../people/sign-in.ts";
import { openShelf } from "../published/shelf.ts";
import type { App, Rooms } from "./app.ts";
import type { Config } from "./config/config.ts";
import { environmentOf } from "./config/read.ts";
import { openPrepared } from "./gaps/prepared.ts";
import { openReadyAnswers } from "./gaps/ready-answers.ts";
import { workOf } from "./gaps/work.ts";
import { headers } from "./headers.ts";
import { loggerOf, logRequests } from "./log.ts";
import { onError, onFrameworkError } from "./on-error.ts";
import { declareBrought, openapi, openapiRoutes } from "./openapi.ts";
import { sendProblem } from "./problem.ts";
import { rates } from "./rates.ts";
import { guard, type RouteEntry } from "./rights.ts";
import { ROUTES } from "./routes.ts";
import { secretOf } from "./secret.ts";
import { traced } from "./trace.ts";
import { type DeskThread, openDeskThread } from "./value/desk-thread.ts";
import { openKeptModels } from "./value/kept-models.ts";
import { openValueRoom } from "./value/room.ts";
import { isForPages, sendPage } from "./web/pages.ts";

export interface Server {
  readonly app: App;
  readonly rooms: Rooms;
  /** All routes and who may use them. */
  readonly routes: readonly RouteEntry[];
}

const LARGEST_BODY = 1024 * 1024;

/** The whole server on an open house; it listens to nothing yet. Close `app` before the house. */
export async function buildServer(house: House, config: Config): Promise<Server> {
  const app = fastify({
    logger: loggerOf(config),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: LARGEST_BODY,
    trustProxy: config["trust-proxy"].length === 0 ? false : [...config["trust-proxy"]],
    routerOptions: { maxParamLength: 1024 },
    forceCloseConnections: "idle",
    frameworkErrors: onFrameworkError,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // A page elsewhere may send text without asking first; JSON it may not.
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler(onError);
  app.setNotFoundHandler((request, reply) =>
    isForPages(request)
      ? sendPage(reply.status(404))
      : sendProblem(reply, { status: 404, code: "not-found", detail: "There is nothing at this address." }),
  );
  await traced(app, process.env);
  const desk = openDeskThread({ home: house.home, environment: environmentOf(config, process.env) });
  const rooms = await roomsOf(house, config, desk);
  app.addHook("onRoute", declareBrought);
  const routes = guard(app, rooms);
  keepNoneIdle(app);
  // Who waits for models is refused, or the server would wait for them.
  app.addHook("preClose", () => desk.close());
  app.addHook("onClose", async () => {
    rooms.keys.close();
    rooms.shelf.close();
    rooms.live.close();
    await rooms.work.close();
    await rooms.prepared.close();
  });
  logRequests(app);
  await headers(app, config);
  await rates(app, config);
  await openapi(app);
  for (const add of ROUTES) await app.register(async (scope: App) => add(scope, rooms));
  await openapiRoutes(app);
  await app.ready();
  return { app, rooms, routes };
}

/** Ms between two looks for connections that are kept for more while the server closes. */
const LOOK = 100;

/**
 * Whose answer comes while the server closes has a connection that would be kept for more, and the server with it; so has
 * a browser that opened one ahead and asked nothing yet, which Node does not count among the idle.
 */
function keepNoneIdle(app: App): void {
  const silent = new Set<Socket>();
  app.server.on("connection", (socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  app.server.on("request", ({ socket }) => silent.delete(socket));
  app.addHook("preClose", async () => {
    const looking = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of silent) socket.destroy();
    }, LOOK);
    app.server.once("close", () => clearInterval(looking));
  });
}

async function roomsOf(house: House, config: Config, desk: DeskThread): Promise<Rooms> {
  const oidc = oidcOf(config);
  const signIn = openSignIn(house.state, {
    url: config.url ?? `http://localhost:${config.port}`,
    secret: config.secret ?? secretOf(house.home),
    sessionDays: config["session-days"],
    uninvited: config["oidc-role"] === "none" ? undefined : config["oidc-role"],
    now: house.now,
    oidc,
  });
  const keys = await openKeyRing(house.state, house.now);
  const shelf = await openShelf(house.state, config.experience);
  const live = await openLive(house.state, house.now);
  const prepared = openPrepared(house.store, shelf);
  const work = workOf(house, shelf);
  live.subscribe(({ news }) => {
    if (news.kind !== "judged") return;
    prepared.judged();
    work.judged();
  });
  const value = openValueRoom(desk, prepared, openKeptModels(openReadyAnswers(house.store, shelf)), house);
  const own = { metrics: new Registry(), ready: new Map(), arrivals: new Set<() => void>() };
  const oneTime = openOneTimeLinks(house.now);
  return { house, config, keys, signIn, oneTime, shelf, live, prepared, work, value, ...own };
}

function oidcOf(config: Config) {
  const issuer = config["oidc-issuer"];
  const [clientId, clientSecret] = [config["oidc-client-id"], config["oidc-client-secret"]];
  return issuer === undefined || clientId === undefined || clientSecret === undefined
    ? undefined
    : { issuer, clientId, clientSecret };
}
