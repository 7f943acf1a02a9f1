import type { FastifyRequest, RouteOptions } from "fastify";
import { KeptError } from "../kept-error.ts";
import { type Caller, NOBODY, permissionsOfCaller } from "../people/caller.ts";
import type { App, Entry, Rooms } from "./app.ts";

/** Declares who may use a route: `app.get("/api/gaps", { ...requires("gaps:read"), schema }, handler)`. */
export const requires = (entry: Entry): { readonly config: { readonly entry: Entry } } => ({ config: { entry } });

/** One route as it was declared; the security suite goes through all of them. */
export interface RouteEntry {
  readonly method: string;
  readonly url: string;
  readonly entry: Entry;
}

/** Finds out who asks, and lets nobody in whom the route does not declare. A route that declares nobody cannot be. */
export function guard(app: App, { keys, signIn, config }: Rooms): readonly RouteEntry[] {
  const routes: RouteEntry[] = [];
  const undeclared: string[] = [];
  app.decorateRequest("caller");
  app.addHook("onRoute", (route) => note(route, routes, undeclared));
  app.addHook("onReady", async () => {
    if (undeclared.length > 0) throw new Error(`Routes that do not declare who may use them: ${undeclared.join(", ")}`);
  });
  app.addHook("onRequest", async (request) => {
    request.caller = NOBODY;
    const entry = request.routeOptions.config.entry;
    if (entry === undefined || entry === "public" || entry === "write-key") return;
    request.caller = (await callerByToken(request, keys)) ?? (await signIn.personOf(headersOf(request))) ?? NOBODY;
  });
  // After the limits of rates, before a body is read.
  app.addHook("preParsing", async (request) => admit(request, config.url));
  return routes;
}

function note(route: RouteOptions, routes: RouteEntry[], undeclared: string[]): void {
  const entry = route.config?.entry;
  for (const method of [route.method].flat())
    if (entry === undefined) undeclared.push(`${method} ${route.url}`);
    else routes.push({ method, url: route.url, entry });
}

async function callerByToken(request: FastifyRequest, keys: Rooms["keys"]) {
  const [scheme = "", secret = ""] = (request.headers.authorization ?? "").split(" ");
  if (scheme === "") return undefined;
  const caller = scheme.toLowerCase() === "bearer" ? await keys.callerOf(secret) : undefined;
  if (caller?.kind === "token") return caller;
  // Who shows a wrong token is told so, even if there is a cookie as well.
  throw unknownCaller("This token does not exist, was revoked, or is over.");
}

function admit(request: FastifyRequest, url: string | undefined): void {
  const entry = request.routeOptions.config.entry;
  if (entry === undefined || entry === "public" || entry === "write-key") return;
  const { caller } = request;
  if (caller.kind === "nobody") throw unknownCaller("Sign in, or send a token as `Authorization: Bearer …`.");
  if (caller.kind === "person") refuseForeignPage(request, url);
  if (entry === "signed-in") {
    if (caller.kind === "person") return;
    throw new KeptError("not-a-person", "Only a person who is signed in may do this.", { status: 403 });
  }
  if (permissionsOfCaller(caller).includes(entry)) return;
  throw new KeptError("not-allowed", `This needs the permission ${entry}.`, { status: 403 });
}

/** The person behind a request to a route that only persons may use. */
export function personIn({ caller }: FastifyRequest): Extract<Caller, { kind: "person" }> {
  if (caller.kind === "person") return caller;
  throw new Error("The route does not declare that only persons may use it.");
}

const unknownCaller = (words: string) => new KeptError("not-signed-in", words, { status: 401 });

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** A cookie comes with requests of any page; what changes something must come from ours. */
function refuseForeignPage(request: FastifyRequest, url: string | undefined): void {
  if (SAFE.has(request.method)) return;
  const own = url === undefined ? `${request.protocol}://${request.host}` : new URL(url).origin;
  if (request.headers.origin === own) return;
  if (request.headers.origin === undefined && request.headers["sec-fetch-site"] === "same-origin") return;
  throw new KeptError("foreign-page", "What changes something must come from Kept's own pages, or with a token.", {
    status: 403,
  });
}

/** The headers of a request as the web's own object. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const each of [value ?? []].flat()) headers.append(name, each);
  return headers;
}
