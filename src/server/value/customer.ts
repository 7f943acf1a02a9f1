import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { readPerson } from "../../ledger/links/read.ts";
import { deficitReason } from "../../report/words/deficit.ts";
import { exchangeSentence } from "../../report/words/exchange.ts";
import { pricesOf } from "../../value/deficit/price.ts";
import { deficitsOf } from "../../value/deficit/shortfalls.ts";
import { unpack } from "../../value/equity/carried.ts";
import { isRefusal } from "../../value/estimate.ts";
import { customerValue, outlookBy } from "../../value/findings/customer-value.ts";
import { answers, MOMENT, NOTHING } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { requires } from "../rights.ts";
import { keyOfCustomer } from "./customer-key.ts";
import { DEFICIT } from "./deficit-schema.ts";
import { EXCHANGE, OUTLOOK } from "./equity-schema.ts";
import { plainly, REFUSAL } from "./estimate-schema.ts";
import { NOT_FITTED } from "./room.ts";

const ANSWERED = z
  .strictObject({ kind: z.literal("answered"), yes: z.boolean(), at: MOMENT })
  .meta({ id: "Answered", description: "What they said last when they were asked whether they would buy again." });

export const CUSTOMER_VALUE = z
  .strictObject({
    customer: z.string(),
    as_of: MOMENT,
    currency: z.string().nullable(),
    exchange: EXCHANGE,
    said: z.string().meta({ description: "What was given and received, in words" }),
    outlook: OUTLOOK,
    stated: z.discriminatedUnion("kind", [ANSWERED, REFUSAL]),
    deficit: DEFICIT.nullable().meta({ description: "null: they are short of nothing that anybody knows of" }),
  })
  .meta({ id: "CustomerValue" });

const ID = z.strictObject({ id: z.string().min(1).max(500) });

/** What one customer was given and gave, whether they would buy again, and what they are short of. */
export function customerValueRoutes(app: App, rooms: Rooms): void {
  app.get(
    "/api/customers/:id/value",
    {
      ...requires("customers:read"),
      schema: {
        tags: ["value"],
        summary: "What a customer was given and gave, whether they would buy again, and what they are short of",
        params: ID,
        response: answers(CUSTOMER_VALUE),
      },
    },
    async ({ params }) => valueOfCustomer(rooms, params.id),
  );
}

/** By any id of theirs. Throws KeptError "not-found". */
export async function valueOfCustomer(
  { house: { store }, prepared, value }: Rooms,
  id: string,
): Promise<z.output<typeof CUSTOMER_VALUE>> {
  const { customer } = await readPerson(store, id);
  const { experience, asOf } = await prepared.judgement();
  const key = await keyOfCustomer(store, customer);
  if (key === undefined) throw new KeptError(NOTHING.code, "The ledger knows nobody by this id.", NOTHING);
  const fitted = value.last();
  const prices = pricesOf(experience, fitted?.costs ?? []);
  const carried = fitted?.carried ?? NOT_FITTED;
  const measured = isRefusal(carried) ? carried : unpack(carried, experience, asOf);
  const outlook = await outlookBy(store, experience, customer, measured);
  const found = await customerValue(store, experience, customer, asOf, { prices, outlook });
  const { chances } = (await value.ranking(false)).value;
  const [deficit] = await deficitsOf(store, experience, prices, chances, [key], asOf);
  const currency = experience.currency ?? null;
  return plainly(CUSTOMER_VALUE, {
    customer,
    as_of: new Date(asOf).toISOString(),
    currency,
    ...found,
    outlook: withoutKey(found.outlook),
    said: exchangeSentence(found.exchange, currency),
    deficit: deficit === undefined ? null : { ...deficit, reason: deficitReason(deficit) },
  });
}

function withoutKey(outlook: Awaited<ReturnType<typeof outlookBy>>) {
  if (isRefusal(outlook)) return outlook;
  const { customer: _, ...rest } = outlook;
  return rest;
}
