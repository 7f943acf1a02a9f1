import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { readCloudEvent } from "../../ledger/intake/cloud-event.ts";
import { LIMITS } from "../../ledger/intake/limits.ts";
import { type Reading, refused } from "../../ledger/intake/reading.ts";
import { CLOUD_EVENT } from "../../ledger/intake/resend.ts";
import type { App } from "../app.ts";
import { requires } from "../rights.ts";
import { ANSWERS, answer } from "./answer.ts";
import { readBody } from "./body.ts";
import type { DoorRooms } from "./door.ts";
import { senderOf, senderOfHeader } from "./sender.ts";

const SCHEMA = {
  tags: ["events in"],
  summary: "A CloudEvent 1.0 in structured, binary or batch mode",
  consumes: ["application/cloudevents+json", "application/cloudevents-batch+json", "application/json"],
  security: [{ writeKey: [] }],
  body: z
    .unknown()
    .meta({ description: "A CloudEvent, a list of them, or its data with the attributes in `ce-` headers" }),
  response: ANSWERS,
};

/** CloudEvents over HTTP in their three modes; the key stands in the header. */
export function cloudEventRoutes(app: App, rooms: DoorRooms): void {
  const how = {
    ...requires("write-key"),
    preParsing: async (request: FastifyRequest) => void (await sender(rooms, request)),
    schema: SCHEMA,
  };
  app.post("/v1/cloudevents", how, async (request, reply) => {
    const received = rooms.now();
    const readings = readingsOf(request, received);
    if (readings.length === 0) await reply.send({ success: true });
    else {
      const { name } = await sender(rooms, request);
      await answer(rooms, { source: name, door: CLOUD_EVENT, received, readings }, request, reply);
    }
  });
}

const sender = async ({ keys }: DoorRooms, request: FastifyRequest) =>
  (await senderOfHeader(request, keys)) ?? senderOf(undefined, keys);

function readingsOf(request: FastifyRequest, received: number): readonly Reading[] {
  const type = (request.headers["content-type"] ?? "").toLowerCase();
  if (!type.startsWith("application/cloudevents")) return [readBinary(request, type, received)];
  const { given, fault, bytes } = readBody(request.body);
  if (fault !== undefined) return [refused(fault, "", given)];
  if (!type.startsWith("application/cloudevents-batch")) {
    return [bytes > LIMITS.event ? refused("too-large", "", given) : readCloudEvent(given, received)];
  }
  if (!Array.isArray(given)) return [refused("not-a-batch", "", given)];
  if (given.length > LIMITS.batch) return [refused("too-many", "", given)];
  return given.map((one: unknown) => readCloudEvent(one, received));
}

/** Attributes in headers, percent-encoded; the body is the data. */
function readBinary(request: FastifyRequest, type: string, received: number): Reading {
  const attributes = Object.entries(request.headers).flatMap(([name, value]) =>
    name.startsWith("ce-") && typeof value === "string" ? [[name.slice(3), decoded(value)] as const] : [],
  );
  const body = request.body instanceof Uint8Array ? Buffer.from(request.body) : Buffer.alloc(0);
  if (body.length > LIMITS.event) return refused("too-large", "", body.toString("utf8"));
  const event = { ...Object.fromEntries(attributes), ...dataOf(body, type) };
  return readCloudEvent(event, received);
}

function dataOf(body: Buffer, type: string): { readonly data?: unknown; readonly data_base64?: string } {
  if (body.length === 0) return {};
  const isText = /^text\/|[/+](json|xml)\b/.test(type) || type === "";
  const { given, fault } = readBody(body);
  if (fault === "not-utf-8" || !isText) return { data_base64: body.toString("base64") };
  return { data: /[/+]json\b/.test(type) ? given : body.toString("utf8") };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
