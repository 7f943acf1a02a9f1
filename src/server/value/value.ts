import { z } from "zod";
import { pricesOf } from "../../value/deficit/price.ts";
import { isRefusal } from "../../value/estimate.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { sendReady, wantsNewest } from "../gaps/answer.ts";
import { experienceOf } from "../gaps/prepared.ts";
import { requires } from "../rights.ts";
import { COST_COLUMNS, costCells, SLICE_COLUMNS, slicesOf } from "./cells.ts";
import { DRIVERS, PRICE, PROMISE_COST } from "./cost-schema.ts";
import { EQUITY, EQUITY_AT_RISK, EXCHANGES } from "./equity-schema.ts";
import { REFUSAL } from "./estimate-schema.ts";
import { EXPECTATION } from "./expectation-schema.ts";

export const VALUE = z
  .strictObject({
    as_of: MOMENT.meta({ description: "What it was fitted to; fitted anew once a day" }),
    currency: z.string().nullable(),
    prices: z.array(PRICE),
    costs: z.array(PROMISE_COST),
    drivers: DRIVERS,
    expectations: z.array(EXPECTATION).meta({ description: "What people really expect, promise by promise" }),
  })
  .meta({ id: "Value" });
export const EQUITY_NOW = z
  .strictObject({
    as_of: MOMENT,
    equity: z.discriminatedUnion("kind", [EQUITY, REFUSAL]),
    at_risk: z
      .discriminatedUnion("kind", [EQUITY_AT_RISK, REFUSAL])
      .meta({ description: "As of the last judgement, by models that are fitted once a day" }),
    exchanges: EXCHANGES,
  })
  .meta({ id: "EquityNow" });
const QUERY = z.strictObject({
  format: FORMAT,
  wait: z.literal("yes").optional().meta({ description: "Until the first fit is done, wait for it." }),
});
const FITTED =
  "Fitted in the background once a day: `as_of` says to what. Until the first fit is done: 503, or `wait=yes`. Send `Cache-Control: no-cache` to have it fitted anew, and wait for it.";
const iso = (ms: number): string => new Date(ms).toISOString();

/** What gaps cost, what people really expect, and what customers are worth. */
export function valueRoutes(app: App, { shelf, value }: Rooms): void {
  app.get(
    "/api/value",
    {
      ...requires("gaps:read"),
      schema: {
        tags: ["value"],
        summary: "What a broken promise costs, which move the felt score most, and what people really expect",
        description: `${FITTED} As CSV: a line for each promise and outcome.`,
        querystring: QUERY,
        response: answers(VALUE),
      },
    },
    async (request, reply) => {
      const findings = await (request.query.wait ? value.firstFindings() : value.findings(wantsNewest(request)));
      if (wantsCsv(request, request.query.format))
        return sendCsv(reply, "costs", COST_COLUMNS, findings.costs.flatMap(costCells));
      const experience = experienceOf(shelf);
      const { asOf, costs, drivers, expectations } = findings;
      const about = { as_of: iso(asOf), currency: experience.currency ?? null, prices: pricesOf(experience, costs) };
      return sendReady(request, reply, { json: JSON.stringify({ ...about, costs, drivers, expectations }) });
    },
  );

  app.get(
    "/api/equity",
    {
      ...requires("gaps:read"),
      schema: {
        tags: ["value"],
        summary: "What customers are worth, whether they would buy again now, and what of it is at risk",
        description: `${FITTED} As CSV: a line for each occasion and each time of the first purchase.`,
        querystring: QUERY,
        response: answers(EQUITY_NOW),
      },
    },
    async (request, reply) => {
      const newest = wantsNewest(request);
      const { equity, asOf } = await (request.query.wait ? value.firstFindings() : value.findings(newest));
      if (wantsCsv(request, request.query.format))
        return sendCsv(reply, "equity", SLICE_COLUMNS, isRefusal(equity) ? [] : slicesOf(equity));
      const { at_risk, exchanges } = (await value.balance(newest)).value;
      return sendReady(request, reply, { json: JSON.stringify({ as_of: iso(asOf), equity, at_risk, exchanges }) });
    },
  );
}
