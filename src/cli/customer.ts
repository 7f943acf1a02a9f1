import { Command } from "commander";
import { briefOn, type CustomerBrief } from "../gaps/brief.ts";
import type { Experience } from "../language/experience.ts";
import { customerOf } from "../ledger/links/read.ts";
import { judge } from "../promises/judge.ts";
import { sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { measureBreaking } from "../value/breaking/measure.ts";
import { measureCosts } from "../value/cost/measure.ts";
import { deficitOfCustomer } from "../value/deficit/measure.ts";
import { pricesOf } from "../value/deficit/price.ts";
import { outlookOnOne } from "../value/equity/one-customer.ts";
import { isRefusal } from "../value/estimate.ts";
import { type CustomerValue, customerValue } from "../value/findings/customer-value.ts";
import {
  AnswerIsNo,
  asOfOf,
  asOfOption,
  onExperience,
  type Place,
  readExperienceOf,
  sayJson,
  withStore,
} from "./context.ts";
import { customerText } from "./customer-text.ts";
import { colored, say, widthOfTerminal, withProgress } from "./output.ts";

interface Options extends Place {
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `kept customer ID`: one customer's story and what we owe them. */
export function customerCommand(): Command {
  return onExperience(new Command("customer"))
    .description("one customer: why they bought, what we owe them, where we let them down, what happened")
    .argument("<id>", "the customer")
    .option(...asOfOption)
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept customer c-00042")
    .action(async (id: string, options: Options) => {
      const experience = readExperienceOf(options);
      await withStore(options, async (store) => {
        const asOf = await asOfOf(store, options.asOf, experience.timezone);
        await withProgress("Judging", (progress) => judge(store, experience, asOf, { progress }));
        const brief = await briefOn(store, experience, await customerOf(store, id), asOf);
        if (brief === undefined) throw new AnswerIsNo(`the ledger knows nobody called ${id}.`);
        const value = await valueOn(store, experience, brief, asOf);
        if (options.json) return sayJson({ ...brief, ...value });
        say(customerText(brief, value, experience, asOf, { width: widthOfTerminal(), color: colored() }));
      });
    });
}

/** What goes beyond counting; costs and chances are measured for the promises that concern them alone. */
async function valueOn(
  store: Store,
  experience: Experience,
  brief: CustomerBrief,
  asOf: number,
): Promise<CustomerValue> {
  const owed = new Set(brief.owed.map(({ promise }) => promise));
  const costs = await measureCosts(store, experience, asOf, { promises: await promisesTo(store, brief.customer) });
  const breaking = await measureBreaking(store, experience, asOf, { promises: [...owed] });
  const deficit = await deficitOfCustomer(store, experience, brief.customer, asOf, { costs, breaking });
  const outlook = await outlookOnOne(store, experience, brief.customer, asOf);
  const prices = pricesOf(experience, costs);
  const named = isRefusal(outlook) ? outlook : { ...outlook, customer: brief.customer };
  return { outlook: named, deficit, ...(await customerValue(store, experience, brief.customer, asOf, prices)) };
}

/** The promises that were ever made to a customer, by name. */
async function promisesTo(store: Store, customer: string): Promise<readonly string[]> {
  const rows = await store.rows<{ promise: string }>(
    sql`select distinct toString(promise) as promise from verdicts where customer_key = cityHash64(${text(customer)})`,
  );
  return rows.map(({ promise }) => promise);
}
