import { z } from "zod";
import { costNotes, costSentence } from "../../report/words/cost.ts";
import { lead, statedSentences } from "../../report/words/equity.ts";
import { equityAtRiskSentences } from "../../report/words/equity-at-risk.ts";
import { OUTCOMES } from "../../value/cost/cost.ts";
import { isRefusal } from "../../value/estimate.ts";
import { experienceOf } from "../gaps/prepared.ts";
import { valueOfCustomer } from "../value/customer.ts";
import { deficitPage } from "../value/deficits.ts";
import { type Tool, tool } from "./tool.ts";

const MOST = 50;
const SHOWN = 5;

/** What agents can ask about value: in words that a person can be told, with the figures beside them. */
export const VALUE_TOOLS: readonly Tool[] = [
  tool({
    name: "customers_to_help",
    needs: "customers:read",
    title: "Whom to help first",
    description:
      "Customers who are short of something, or are likely to be, those who are short of most first, each with the reason in words. `to_save`: only those for whom somebody can still act, the most urgent first.",
    input: z.strictObject({
      order: z.enum(["deficit", "to_save"]).default("to_save"),
      limit: z.int().min(1).max(MOST).default(10),
    }),
    async answer(rooms, { order, limit }) {
      const scored = await rooms.value.ranking(false);
      const { customers, total, to_save } = scored.value;
      const { experience, asOf } = scored.judgement;
      const { deficits } = await deficitPage(rooms, scored, order, undefined, limit);
      const first = deficits.map((one) => ({ ...one, shortfalls: one.shortfalls.slice(0, SHOWN) }));
      const currency = experience.currency ?? null;
      return { as_of: new Date(asOf).toISOString(), currency, customers, total, to_save, first };
    },
  }),
  tool({
    name: "customer_value",
    needs: "customers:read",
    title: "What a customer was given and gave",
    description:
      "What one customer was given beside what was received from them, whether they would buy again by what they do and by what they say, what they are worth, and what they are short of.",
    input: z.strictObject({ customer: z.string().min(1).max(500).describe("Any id of theirs.") }),
    answer: (rooms, { customer }) => valueOfCustomer(rooms, customer),
  }),
  tool({
    name: "cost_of_broken_promises",
    needs: "gaps:read",
    title: "What a broken promise costs",
    description:
      "For each promise what breaking it does to the felt score, to buying again and to what customers bring in, in sentences with interval and grade of evidence; or why that is not known.",
    input: z.strictObject({ promise: z.string().max(200).optional() }),
    async answer({ value, shelf }, { promise }) {
      const { asOf, costs } = await value.findings(false);
      const { currency = null } = experienceOf(shelf);
      const told = costs
        .filter((cost) => promise === undefined || cost.promise === promise)
        .map((cost) => ({
          promise: cost.promise,
          says: cost.says,
          ...Object.fromEntries(
            OUTCOMES.map((outcome) => [
              outcome,
              [costSentence(cost[outcome], currency, cost.window_days), ...costNotes(cost[outcome])].join(" "),
            ]),
          ),
        }));
      return { as_of: new Date(asOf).toISOString(), costs: told };
    },
  }),
  tool({
    name: "customer_equity",
    needs: "gaps:read",
    title: "What customers are worth",
    description:
      "What all customers are worth in the time to come, how many would buy again now, what of it is at risk, and what they say beside what they do.",
    input: z.strictObject({}),
    async answer({ value }) {
      const { equity } = await value.findings(false);
      if (isRefusal(equity)) return equity;
      const { at_risk: atRisk } = (await value.balance(false)).value;
      return {
        as_of: equity.as_of,
        currency: equity.currency,
        said: [...lead(equity), ...equityAtRiskSentences(atRisk, equity.currency), ...statedSentences(equity)],
        equity: equity.equity,
        would_buy_again: equity.again.share,
        at_risk: isRefusal(atRisk) ? atRisk : atRisk.at_risk,
        by_occasion: equity.by_occasion,
      };
    },
  }),
];
