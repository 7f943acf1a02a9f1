import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import {
  countLetters,
  type DeadLetter,
  readLetter,
  readLetters,
  removeLetters,
} from "../../ledger/intake/dead-letters.ts";
import { REFUSALS } from "../../ledger/intake/refusals.ts";
import { sendAgain } from "../../ledger/intake/resend.ts";
import { actorOf } from "../../people/audit.ts";
import type { App } from "../app.ts";
import { PROBLEM } from "../problem.ts";
import { requires } from "../rights.ts";
import type { DoorRooms } from "./door.ts";

const LETTER = z
  .strictObject({
    letter: z.uuid(),
    received: z.iso.datetime(),
    source: z.string().meta({ description: "The write key with which it came" }),
    door: z.string().meta({ description: "The call or the form in which it came" }),
    reason: z.string(),
    words: z.string(),
    customer: z.string().meta({ description: "Whom it seems to be about; empty where that cannot be told" }),
    message: z.string().meta({ description: "As it came" }),
  })
  .meta({ id: "DeadLetter" });

export const LETTERS = z.strictObject({
  letters: z.array(LETTER),
  next: z.string().nullable(),
  reasons: z.array(z.strictObject({ reason: z.string(), words: z.string(), letters: z.int() })),
});

const QUESTION = z.strictObject({
  reason: z.string().optional(),
  source: z.string().optional(),
  customer: z.string().optional(),
  after: z
    .string()
    .regex(/^\d+\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const about = (summary: string) => ({ tags: ["dead letters"], summary });
const params = z.strictObject({ letter: z.uuid() });

/** What was refused at the door: read, mended and sent again, or thrown away. */
export function letterRoutes(app: App, rooms: DoorRooms): void {
  const { store } = rooms.house;
  const find = async (letter: string): Promise<DeadLetter> => {
    const found = await readLetter(store, letter);
    if (found !== undefined) return found;
    throw new KeptError("no-letter", "There is no such dead letter; it may have been sent again.", { status: 404 });
  };

  app.get(
    "/api/dead-letters",
    {
      ...requires("events:mend"),
      schema: { ...about("What was refused, the latest first"), querystring: QUESTION, response: { 200: LETTERS } },
    },
    async ({ query }) => {
      const { after, ...question } = query;
      const [received, letter] = after === undefined ? [] : [Number(after.split(".")[0]), after.split(".")[1]];
      const from = received === undefined || letter === undefined ? undefined : { received, letter };
      const [letters, reasons] = await Promise.all([
        readLetters(store, { ...question, after: from }),
        countLetters(store),
      ]);
      const last = letters.length === question.limit ? letters.at(-1) : undefined;
      return {
        letters: letters.map(shown),
        next: last === undefined ? null : `${last.received}.${last.letter}`,
        reasons: reasons.map((one) => ({ ...one, words: wordsFor(one.reason) })),
      };
    },
  );

  app.get(
    "/api/dead-letters/:letter",
    {
      ...requires("events:mend"),
      schema: { ...about("One of them"), params, response: { 200: LETTER, 404: PROBLEM } },
    },
    async ({ params: { letter } }) => shown(await find(letter)),
  );

  const mended = z.strictObject({
    message: z
      .string()
      .max(500 * 1024)
      .optional()
      .meta({ description: "The message as it should have been; without it, the letter as it is" }),
  });
  app.post(
    "/api/dead-letters/:letter/send",
    {
      ...requires("events:mend"),
      schema: {
        ...about("Sends it again, as it is or mended"),
        params,
        body: mended,
        response: { 200: z.strictObject({ sent: z.literal(true) }), 404: PROBLEM, 422: PROBLEM },
      },
    },
    async ({ params: { letter: id }, body, caller }) => {
      const letter = await find(id);
      await rooms.noted({ actor: actorOf(caller), action: "letter.sent", subject: id }, async () => {
        const still = await sendAgain(rooms.intake, letter, body.message ?? letter.message);
        if (still !== undefined)
          throw new KeptError(still.reason, `It is still refused: ${REFUSALS[still.reason]}.`, { status: 422 });
        await removeLetters(store, [id]);
      });
      return { sent: true as const };
    },
  );

  app.delete(
    "/api/dead-letters/:letter",
    {
      ...requires("events:mend"),
      schema: { ...about("Throws it away"), params, response: { 204: z.null(), 404: PROBLEM } },
    },
    async ({ params: { letter }, caller }, reply) => {
      await find(letter);
      const deed = { actor: actorOf(caller), action: "letter.thrown-away", subject: letter };
      await rooms.noted(deed, () => removeLetters(store, [letter]));
      return reply.code(204).send(null);
    },
  );
}

const wordsFor = (reason: string): string => Object.entries(REFUSALS).find(([code]) => code === reason)?.[1] ?? reason;

const shown = (letter: DeadLetter) => ({
  ...letter,
  received: new Date(letter.received).toISOString(),
  words: wordsFor(letter.reason),
});
