import { readCloudEvent } from "./cloud-event.ts";
import type { DeadLetter } from "./dead-letters.ts";
import type { Intake } from "./intake.ts";
import { readJson } from "./read-json.ts";
import { type Reading, type Refused, refused } from "./reading.ts";
import { readSegment } from "./segment.ts";
import { CALLS } from "./segment-message.ts";

/** The door at which CloudEvents come in. */
export const CLOUD_EVENT = "cloudevent";

/**
 * Reads a letter once more, as it is or as somebody has mended it. What has no time happened when the letter came, and
 * what has no id has the letter's, so that sending it twice makes one event.
 */
export function readAgain(letter: DeadLetter, message: string): readonly Reading[] {
  const call = CALLS.find((one) => one === letter.door);
  const { received } = letter;
  let given: unknown;
  try {
    given = readJson(message);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return [refused("not-json", letter.customer, message)];
    throw thrown;
  }
  if (letter.door === CLOUD_EVENT) return listIn(given).map((one) => readCloudEvent(one, received));
  return listIn(given).map((one, i) =>
    readSegment(one, { received, call, fallbackId: i === 0 ? letter.letter : `${letter.letter}.${i}` }),
  );
}

/** What was refused was one message, or a batch as a whole. */
function listIn(given: unknown): readonly unknown[] {
  if (Array.isArray(given)) return given;
  const batch: unknown = typeof given === "object" && given !== null ? Reflect.get(given, "batch") : undefined;
  return Array.isArray(batch) ? batch : [given];
}

/** Sends a letter again, whole or not at all. What is still refused is told, and makes no new letter. */
export async function sendAgain(intake: Intake, letter: DeadLetter, message: string): Promise<Refused | undefined> {
  const readings = readAgain(letter, message);
  const bad = readings.find((reading) => reading.kind === "refused");
  if (bad !== undefined) return bad;
  const { source, door, received } = letter;
  await intake.take({ source, door, received, readings });
  return undefined;
}
