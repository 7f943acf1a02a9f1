import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { KeptError } from "../kept-error.ts";
import { stateTrouble } from "../storage/postgres/trouble.ts";
import { type Problem, sendProblem } from "./problem.ts";

type Refusal = Pick<Problem, "status" | "code" | "detail" | "faults">;

/** The one place where errors become answers. What the program itself did wrong is logged, and never shown. */
export function onError(thrown: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(thrown);
  if (refusal.status >= 500) request.log.error(briefly(thrown), "request failed");
  if (refusal.status === 401) reply.header("www-authenticate", 'Bearer realm="kept"');
  if (refusal.status === 503) reply.header("retry-after", "5");
  return sendProblem(reply, refusal);
}

/** Where a request is refused before any route is looked for, such as for an address that cannot be read. */
export function onFrameworkError(_thrown: Error, _request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ ...BARE, "x-request-id": reply.request.id });
  sendProblem(reply, { status: 400, code: "bad-request", detail: "The address cannot be read." });
}

/** No hook runs there that would set them. */
const BARE = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** Refusals whose words are for the operator: what a caller is told instead. */
const UNWELL: Readonly<Record<string, Refusal>> = Object.fromEntries(
  [
    "state-gone",
    "engine-gone",
    "engine-start",
    "postgres-start",
    "server-unreachable",
    "closed",
    "memory",
    "disk-full",
  ].map((code) => [
    code,
    {
      status: 503,
      code,
      detail:
        code === "disk-full"
          ? "The server's disk is full, and whoever runs it must make room; nothing of this was kept, send it again."
          : "Kept cannot answer at the moment; try again in a few seconds.",
    },
  ]),
);

function refusalOf(thrown: FastifyError | Error): Refusal {
  const error = thrown instanceof KeptError ? thrown : (stateTrouble(thrown) ?? thrown);
  if (error instanceof KeptError) {
    if (error.status !== undefined) return { status: error.status, code: error.code, detail: error.message };
    return UNWELL[error.code] ?? FAULT;
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.map(({ instancePath, message = "" }) => ({
      in: error.validationContext ?? "request",
      at: instancePath,
      words: message,
    }));
    return { status: 400, code: "bad-request", detail: "The request is not as it must be.", faults };
  }
  const status = Number(Reflect.get(error, "statusCode"));
  const code = String(Reflect.get(error, "code"));
  // Fastify's own refusals: too large, not JSON, of an unknown type; and those of rates.
  if (status === 429 || (code.startsWith("FST_") && status >= 400 && status < 500))
    return {
      status,
      code: NAMES[status] ?? "bad-request",
      detail: DETAILS[status] ?? "The request cannot be read.",
    };
  // A text with a sign of no meaning, which PostgreSQL does not keep.
  if (code === "22021" || code === "22P05") return { status: 400, code: "bad-request", detail: DETAILS[422] ?? "" };
  return FAULT;
}

const FAULT: Refusal = {
  status: 500,
  code: "fault",
  detail: "This is a fault of Kept itself; the log has more under the id of the request.",
};
const NAMES: Readonly<Record<number, string>> = { 413: "too-large", 415: "unknown-type", 429: "too-many" };
const DETAILS: Readonly<Record<number, string>> = {
  400: "The body is no valid JSON.",
  413: "The body is too large.",
  415: "The body must be JSON, with the header `Content-Type: application/json`.",
  422: "The request holds a text with the sign U+0000, which cannot be kept.",
  429: "Too many requests; wait for as long as `Retry-After` says.",
};

/** Where it went wrong, without what people wrote: messages of engines may quote it. */
export function briefly(thrown: unknown): Readonly<Record<string, unknown>> {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const stack = (thrown.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  const code = "code" in thrown ? String(thrown.code) : undefined;
  const cause = thrown.cause === undefined ? {} : { cause: briefly(thrown.cause) };
  return { error: thrown.name, ...(code === undefined ? {} : { code }), ...cause, stack };
}
