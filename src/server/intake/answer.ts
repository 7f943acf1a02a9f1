import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import type { Delivery } from "../../ledger/intake/commit.ts";
import { REFUSALS, type RefusalReason } from "../../ledger/intake/refusals.ts";
import { PROBLEM, sendProblem } from "../problem.ts";
import type { DoorRooms } from "./door.ts";

const TAKEN = z.strictObject({
  success: z.literal(true),
  refused: z
    .array(z.strictObject({ index: z.int(), reason: z.string(), words: z.string() }))
    .optional()
    .meta({ description: "Which messages of a batch were refused, and are now among the dead letters." }),
});

/** Answers of every address where events come in. */
export const ANSWERS = { 200: TAKEN, 400: PROBLEM, 401: PROBLEM, 413: PROBLEM, 429: PROBLEM, 503: PROBLEM };

const TOO_MUCH: ReadonlySet<RefusalReason> = new Set(["too-large", "too-many"]);

/** Answers when what was sent is on the disk. Where nothing of it could be taken, that is an error of the sender's. */
export async function answer(
  { intake, count, checkSpace }: DoorRooms,
  delivery: Delivery,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  checkSpace();
  try {
    const { accepted, duplicates, refused } = await intake.take(delivery);
    count({ kept: accepted - duplicates, repeated: duplicates, refused });
  } catch (thrown) {
    if (!(thrown instanceof KeptError) || thrown.code !== "too-busy") throw thrown;
    count({ busy: delivery.readings.length });
    request.log.warn("more events come than can be kept");
    await sendProblem(reply.header("retry-after", "1"), { status: 429, code: "too-busy", detail: thrown.message });
    return;
  }
  const refused = delivery.readings.flatMap((reading, index) =>
    reading.kind === "refused" ? [{ index, reason: reading.reason, words: REFUSALS[reading.reason] }] : [],
  );
  if (refused.length < delivery.readings.length || refused.length === 0) {
    await reply.send({ success: true, ...(refused.length === 0 ? {} : { refused }) });
    return;
  }
  const faults = refused
    .slice(0, 100)
    .map(({ index, words }) => ({ in: "body", at: delivery.readings.length === 1 ? "" : `/batch/${index}`, words }));
  const detail = `Nothing of this can be an event: ${faults[0]?.words}. It is kept among the dead letters, to be mended.`;
  const [first] = refused;
  const status = first !== undefined && TOO_MUCH.has(first.reason) ? 413 : 400;
  await sendProblem(reply, { status, code: first?.reason ?? "refused", detail, faults });
}
