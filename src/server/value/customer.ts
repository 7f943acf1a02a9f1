import { z } from "zod";
import { keyOfCustomer } from "../../ledger/customer-keys.ts";
import { customerOf } from "../../ledger/links/read.ts";
import { exchangeSentence } from "../../report/words/exchange.ts";
import { pricesOf } from "../../value/deficit/price.ts";
import { deficitsOf } from "../../value/deficit/shortfalls.ts";
import { unpack } from "../../value/equity/carried.ts";
import { type Outlook, outlookOnKey } from "../../value/equity/outlook.ts";
import { isRefusal, type Refusal, refusal } from "../../value/estimate.ts";
import { customerValue } from "../../value/findings/customer-value.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { ID, nobody } from "../customers/customers.ts";
import { requires } from "../rights.ts";
import { DEFICIT } from "./deficit-schema.ts";
import { tellDeficit } from "./deficits.ts";
import { EXCHANGE, OUTLOOK } from "./equity-schema.ts";
import { REFUSAL } from "./estimate-schema.ts";

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
  { house, prepared, value }: Rooms,
  id: string,
): Promise<z.output<typeof CUSTOMER_VALUE>> {
  const { store } = house;
  const [customer, ownKey, { experience, asOf }, fitted, ranked] = await Promise.all([
    customerOf(store, id),
    keyOfCustomer(store, id),
    prepared.judgement(),
    value.last(),
    value.ranking(false),
  ]);
  const key = customer === id ? ownKey : await keyOfCustomer(store, customer);
  if (key === undefined) throw nobody();
  const prices = pricesOf(experience, fitted?.costs ?? []);
  const measured = unpack(fitted?.carried ?? NOT_FITTED, experience, asOf);
  const known = { prices, chances: ranked.value.chances };
  const [deficits, { exchange, stated }, outlook] = await Promise.all([
    deficitsOf(store, experience, known, [key], asOf),
    customerValue(store, experience, customer, asOf, prices),
    outlookOnKey(store, experience, measured, key),
  ]);
  const deficit = deficits.get(key);
  const currency = experience.currency ?? null;
  return {
    customer,
    as_of: new Date(asOf).toISOString(),
    currency,
    exchange,
    said: exchangeSentence(exchange, currency),
    outlook: withoutKey(outlook),
    stated,
    deficit: deficit === undefined ? null : tellDeficit(deficit),
  };
}

const NOT_FITTED = refusal(
  "What customers are worth is being worked out for the first time.",
  "A minute or two after the first judgement.",
);

function withoutKey(outlook: Outlook | Refusal) {
  if (isRefusal(outlook)) return outlook;
  const { customer: _, ...rest } = outlook;
  return rest;
}
