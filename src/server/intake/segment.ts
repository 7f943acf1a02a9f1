import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { LIMITS } from "../../ledger/intake/limits.ts";
import { readMoment } from "../../ledger/intake/moment.ts";
import { type Reading, refused } from "../../ledger/intake/reading.ts";
import type { RefusalReason } from "../../ledger/intake/refusals.ts";
import { readSegment } from "../../ledger/intake/segment.ts";
import { CALLS, type Call, SegmentMessage } from "../../ledger/intake/segment-message.ts";
import type { App } from "../app.ts";
import { requires } from "../rights.ts";
import { ANSWERS, answer } from "./answer.ts";
import { readBody } from "./body.ts";
import type { DoorRooms } from "./door.ts";
import { type Sender, senderOf, senderOfHeader } from "./sender.ts";

const { properties, ...message } = JSON.parse(JSON.stringify(SegmentMessage)) as Record<string, object>;
const about = {
  tags: ["events in"],
  consumes: ["application/json", "text/plain"],
  security: [{ writeKey: [] }],
  response: ANSWERS,
};
const BODY = {
  one: z.unknown().meta({ ...message, properties, description: "A message of the Segment HTTP tracking API" }),
  many: z.unknown().meta({
    type: "object",
    required: ["batch"],
    properties: {
      batch: { type: "array", maxItems: LIMITS.batch },
      writeKey: { type: "string" },
      sentAt: { type: "string" },
    },
  }),
};

/** The Segment HTTP tracking API: `/v1/track` and the others, and the short addresses that browsers use. */
export function segmentRoutes(app: App, rooms: DoorRooms): void {
  for (const call of CALLS) {
    const schema = { ...about, summary: `A ${call} message of the Segment tracking API`, body: BODY.one };
    const handler = (request: FastifyRequest, reply: FastifyReply) => takeOne(rooms, call, request, reply);
    for (const url of [`/v1/${call}`, `/v1/${call[0]}`])
      app.post(
        url,
        { ...requires("write-key"), preParsing: early(rooms), schema: { ...schema, hide: url.length === 5 } },
        handler,
      );
  }
  const schema = { ...about, summary: "Many messages of the Segment tracking API at once", body: BODY.many };
  for (const url of ["/v1/batch", "/v1/b", "/v1/import"])
    app.post(
      url,
      { ...requires("write-key"), preParsing: early(rooms), schema: { ...schema, hide: url !== "/v1/batch" } },
      (request, reply) => takeMany(rooms, request, reply),
    );
}

/** A wrong key is refused before the body is read. */
const early =
  ({ keys }: DoorRooms) =>
  async (request: FastifyRequest) =>
    void (await senderOfHeader(request, keys));

async function takeOne(rooms: DoorRooms, call: Call, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const received = rooms.now();
  const { sender, given, fault, bytes } = await open(rooms, request);
  const reason = fault ?? (bytes > LIMITS.event ? "too-large" : undefined);
  const reading = reason === undefined ? readSegment(given, { received, call }) : refused(reason, "", given);
  return answer(rooms, { source: sender.name, door: call, received, readings: [reading] }, request, reply);
}

async function takeMany(rooms: DoorRooms, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const received = rooms.now();
  const { sender, given, fault } = await open(rooms, request);
  const { batch, sentAt } = asObject(given);
  const reason = fault ?? faultOfBatch(batch);
  const sent = readMoment(sentAt);
  const readings: readonly Reading[] =
    reason !== undefined
      ? [refused(reason, "", given)]
      : (batch as readonly unknown[]).map((one) => readSegment(one, { received, sent }));
  if (readings.length === 0) await reply.send({ success: true });
  else await answer(rooms, { source: sender.name, door: "batch", received, readings }, request, reply);
}

function faultOfBatch(batch: unknown): RefusalReason | undefined {
  if (!Array.isArray(batch)) return "not-a-batch";
  return batch.length > LIMITS.batch ? "too-many" : undefined;
}

interface Opened {
  readonly sender: Sender;
  /** What the body says, without the key; its text where it is no JSON. */
  readonly given: unknown;
  readonly fault: RefusalReason | undefined;
  readonly bytes: number;
}

/** A body without a key in header or body is nobody's, and is not kept. */
async function open({ keys }: DoorRooms, request: FastifyRequest): Promise<Opened> {
  const known = await senderOfHeader(request, keys);
  const { given, fault, bytes } = readBody(request.body);
  const { writeKey, ...rest } = asObject(given);
  const sender = known ?? (await senderOf(writeKey, keys));
  return { sender, given: writeKey === undefined ? given : rest, fault, bytes };
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}) as Readonly<
    Record<string, unknown>
  >;
