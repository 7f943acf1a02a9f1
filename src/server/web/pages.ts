import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import serveFiles from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import { KeptError } from "../../kept-error.ts";
import { packageRoot } from "../../storage/package.ts";
import type { App } from "../app.ts";
import { requires } from "../rights.ts";

/** Where the build puts the pages, and what it put there, read once; nothing where it has not run. */
const FOLDER = join(packageRoot, "dist", "web");
const BUILT = existsSync(join(FOLDER, "index.html"))
  ? { page: readFileSync(join(FOLDER, "index.html"), "utf8"), icon: readFileSync(join(FOLDER, "icon.svg")) }
  : undefined;
/** The addresses under which the pages look after themselves. */
export const PAGES = [
  "/",
  "/promises/*",
  "/journeys/*",
  "/journeys",
  "/customers/*",
  "/customers",
  "/mend/*",
  "/mend",
  "/value",
  "/set-up/*",
  "/set-up",
  "/people/*",
  "/people",
  "/sign-in",
  "/join",
  "/me",
];
const YEAR = 31_536_000_000;

/** The web: one page that shows all of them, and what it is built of. */
export async function pageRoutes(app: App): Promise<void> {
  const open = { ...requires("public"), schema: { hide: true } };
  if (BUILT !== undefined)
    // Their names hold the hash of what is in them.
    await app.register(serveFiles, {
      root: join(FOLDER, "assets"),
      prefix: "/assets/",
      immutable: true,
      maxAge: YEAR,
      index: false,
      preCompressed: true,
      decorateReply: false,
    });
  for (const address of PAGES) app.get(address, open, (_request, reply) => sendPage(reply));
  app.get("/icon.svg", open, (_request, reply) => reply.type("image/svg+xml").send(built().icon));
}

/** An address that nobody knows: a browser gets the page, which says so and shows the way back. */
export function isForPages({ method, url, headers }: FastifyRequest): boolean {
  return method === "GET" && !/^\/(api|v1|mcp|assets)\b/.test(url) && (headers.accept ?? "").includes("text/html");
}

function built(): NonNullable<typeof BUILT> {
  if (BUILT !== undefined) return BUILT;
  const words = "The pages are not built: run `npm run build` and start the server again.";
  throw new KeptError("no-pages", words, { status: 503 });
}

/** The page with a number used once, by which the styles that it makes are known as its own. */
export function sendPage(reply: FastifyReply, frames = "'none'"): FastifyReply {
  const { page } = built();
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frames}`,
  ];
  return reply
    .header("content-security-policy", policy.join(";"))
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(page.replace("{{nonce}}", nonce));
}
