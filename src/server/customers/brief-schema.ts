import { z } from "zod";
import type { CustomerBrief, Said } from "../../gaps/brief.ts";
import type { Experience } from "../../language/experience.ts";
import type { LedgerEvent } from "../../ledger/story.ts";
import type { Verdict } from "../../promises/verdict.ts";
import { MOMENT } from "../answers.ts";
import { VERDICT, verdictOf } from "../gaps/verdict-schema.ts";

export const EVENT = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    at: MOMENT,
    received: MOMENT,
    source: z.string(),
    properties: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "Event" });

const OCCASION = z
  .strictObject({
    name: z.string(),
    life: z.string().nullable(),
    hopes: z.string().nullable(),
    if_we_fail: z.string().nullable(),
    if_we_shine: z.string().nullable(),
    stakes: z.number(),
  })
  .meta({ id: "Occasion" });

const OWED = z.strictObject({ ...VERDICT.shape, says: z.string() }).meta({
  id: "ToldVerdict",
  description: "A verdict with the promise in the customer's words.",
});

/** What somebody should know of a customer before saying hello. */
export const BRIEF = z
  .strictObject({
    customer: z.string(),
    as_of: MOMENT,
    timezone: z.string(),
    currency: z.string().nullable(),
    known_as: z.array(z.string()).meta({ description: "Other ids of the same customer" }),
    occasions: z.array(OCCASION).meta({ description: "Why they bought, the latest first" }),
    owed: z.array(OWED).meta({ description: "Open promises, the most urgent first; at most 200" }),
    broken: z.array(OWED).meta({ description: "Broken promises, the latest first; at most 200" }),
    counts: z.strictObject({ kept: z.int(), broken: z.int(), open: z.int(), events: z.int() }),
    said: z
      .strictObject({ at: MOMENT, score: z.number(), from: z.number(), to: z.number(), words: z.string().nullable() })
      .nullable()
      .meta({ description: "What they said last" }),
    received: z.number().meta({ description: "What the company received from them, in its currency" }),
    story: z.array(EVENT).meta({ description: "The latest 100 events, in order; all are at /events" }),
  })
  .meta({ id: "CustomerBrief" });

const iso = (ms: number): string => new Date(ms).toISOString();
const MOST = 200;
const STORY = 100;

export const eventOf = ({ id, name, at, received, source, properties }: LedgerEvent): z.output<typeof EVENT> => ({
  id,
  name,
  at: iso(at),
  received: iso(received),
  source,
  properties: { ...properties },
});

export function briefOf(
  { promises, timezone, currency }: Experience,
  brief: CustomerBrief,
  knownAs: readonly string[],
  asOf: number,
): z.output<typeof BRIEF> {
  const says = new Map(promises.map((promise) => [promise.name, promise.says]));
  const some = (verdicts: readonly Verdict[]) =>
    verdicts.slice(0, MOST).map((one) => ({ ...verdictOf(one), says: says.get(one.promise) ?? one.promise }));
  const { customer, occasions, owed, broken, kept, said, received, story } = brief;
  return {
    customer,
    as_of: iso(asOf),
    timezone,
    currency: currency ?? null,
    known_as: [...knownAs],
    occasions: occasions.map(({ name, life, hopes, ifWeFail, ifWeShine, stakes }) => ({
      name,
      life: life ?? null,
      hopes: hopes ?? null,
      if_we_fail: ifWeFail ?? null,
      if_we_shine: ifWeShine ?? null,
      stakes,
    })),
    owed: some(owed),
    broken: some(broken),
    counts: { kept, broken: broken.length, open: owed.length, events: story.length },
    said: tellSaid(said),
    received,
    story: story.slice(-STORY).map(eventOf),
  };
}

const tellSaid = (said: Said | undefined) =>
  said === undefined
    ? null
    : { at: iso(said.at), score: said.score, from: said.from, to: said.to, words: said.words ?? null };
