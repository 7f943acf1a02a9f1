import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answer } from "./prepared.ts";

/** Whoever says `Cache-Control: no-cache` waits for the newest. */
export const wantsNewest = ({ headers }: FastifyRequest): boolean =>
  /\bno-cache\b/i.test(headers["cache-control"] ?? "");

/** Of when an answer is, RFC 3339. */
export const asOfAnswer = ({ judgement }: Answer): string => new Date(judgement.asOf).toISOString();

/** An answer that was kept ready; nothing at all where the asker has it already. */
export function sendReady(request: FastifyRequest, reply: FastifyReply, { json }: Pick<Answer, "json">): FastifyReply {
  const etag = `"${createHash("sha256").update(json).digest("base64url").slice(0, 22)}"`;
  reply.header("etag", etag).header("cache-control", "private, no-cache").header("vary", "accept");
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  return reply.type("application/json; charset=utf-8").serializer(String).send(json);
}
