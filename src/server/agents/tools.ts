import { z } from "zod";
import { NO_FILTER, narrow } from "../../gaps/filter.ts";
import type { GapInBrief } from "../../gaps/gap.ts";
import { KeptError } from "../../kept-error.ts";
import { promiseNamed } from "../../language/promise-named.ts";
import { findCustomers } from "../../ledger/customers.ts";
import { customerOf } from "../../ledger/links/read.ts";
import { customerStory } from "../../ledger/story.ts";
import { listVerdicts } from "../../promises/list.ts";
import { VERDICT_WORDS } from "../../promises/verdict.ts";
import type { Rooms } from "../app.ts";
import { eventOf } from "../customers/brief-schema.ts";
import { briefBy } from "../customers/customers.ts";
import { asOfAnswer } from "../gaps/answer.ts";
import { FILTER_QUERY, filterOf } from "../gaps/filter-query.ts";
import { experienceOf } from "../gaps/prepared.ts";
import { verdictOf, worstOf } from "../gaps/verdict-schema.ts";
import { type Tool, tool } from "./tool.ts";
import { VALUE_TOOLS } from "./value-tools.ts";

const id = z.string().min(1).max(500);
const FILTER = z.strictObject({
  from: FILTER_QUERY.shape.from,
  to: FILTER_QUERY.shape.to,
  occasion: z.array(z.string()).optional(),
  team: z.array(z.string()).optional().describe("A team stands for those below it."),
  touchpoint: z.array(z.string()).optional(),
  property: z.array(z.string()).optional().describe("Of the event that asked: `channel:web`."),
});
const MOST = 50;

/** A promise in few words: the numbers that a person would say. */
const briefly = (gap: GapInBrief) => ({
  promise: gap.promise,
  says: gap.says,
  team: gap.team,
  asked: gap.asked,
  kept: gap.kept,
  late: gap.late,
  missed: gap.missed,
  open: gap.open,
  kept_rate: gap.kept_rate,
  goal: gap.goal,
  budget_used: gap.budget?.used ?? null,
  alert: gap.budget?.alert ?? null,
  delivered_median: gap.delivered?.p50 ?? null,
  expected_median: gap.expected?.p50 ?? null,
  target_median: gap.target?.p50 ?? null,
  unit: (gap.delivered ?? gap.expected ?? gap.target)?.unit ?? null,
  felt_when_kept: gap.felt.kept.mean,
  felt_when_broken: gap.felt.broken.mean,
});

/** Everything that agents can ask; each needs a permission, as over HTTP. */
export const TOOLS: readonly Tool[] = [
  tool({
    name: "gap_report",
    needs: "gaps:read",
    title: "The gaps",
    description:
      "For every promise: how often it was kept, against its goal, and how far expected, target and delivered lie apart. A rate of null means no evidence, not 100 %.",
    input: FILTER,
    async answer({ shelf, work }, input) {
      const filter = filterOf({ ...input, promise: undefined }, experienceOf(shelf).timezone);
      const { report } = await work.brief(filter, false);
      const { experience, currency, as_of, events, customers } = report;
      return { experience, currency, as_of, events, customers, promises: report.promises.map(briefly) };
    },
  }),
  tool({
    name: "promise_details",
    needs: "gaps:read",
    title: "One promise in depth",
    description:
      "One promise: by month, occasion and property, where late ones lost their time, the budget of broken ones, and who is behind the worst if you may see customers.",
    input: z.strictObject({ promise: z.string().min(1).max(200) }),
    async answer({ shelf, work }, { promise }, permissions) {
      promiseNamed(experienceOf(shelf), promise);
      const { told, answer } = await work.gap(promise, NO_FILTER, false);
      const { density: _picture, ...gap } = told ?? {};
      const sees = permissions.includes("customers:read");
      const worst = sees ? (await work.worst(promise, NO_FILTER, false)).map(worstOf) : null;
      return { as_of: asOfAnswer(answer), ...gap, worst };
    },
  }),
  tool({
    name: "journey_details",
    needs: "gaps:read",
    title: "One journey",
    description: "How a journey is gone: its steps, what follows on what and how long that takes, the commonest ways.",
    input: z.strictObject({ journey: z.string().min(1).max(200) }),
    async answer({ work }, { journey }) {
      const { report } = await work.report(NO_FILTER, false);
      const found = report.journeys.find((one) => one.journey === journey);
      const known = report.journeys.map((one) => one.journey).join(", ");
      if (found === undefined)
        throw new KeptError("not-found", `There is no such journey; there are: ${known}.`, { status: 404 });
      return { as_of: report.as_of, ...found, variants: found.variants.slice(0, 10) };
    },
  }),
  tool({
    name: "find_customers",
    needs: "customers:read",
    title: "Find a customer",
    description: "Customers by any id: their own, an earlier one, of an order, of an event; or by how their id begins.",
    input: z.strictObject({ search: id }),
    async answer({ house, shelf }, { search }) {
      const found = await findCustomers(house.store, experienceOf(shelf), { search, after: undefined, limit: 20 });
      return found.map(({ customer, events, last }) => ({
        customer,
        events,
        last_event: new Date(last).toISOString(),
      }));
    },
  }),
  tool({
    name: "customer_brief",
    needs: "customers:read",
    title: "The brief on a customer",
    description:
      "What to know before saying hello: why they bought, what they hope, what we owe them now, where we let them down, what they said last, and their story.",
    input: z.strictObject({ customer: id.describe("Any id of theirs.") }),
    answer: (rooms, { customer }) => briefBy(rooms, customer),
  }),
  tool({
    name: "promises_open",
    needs: "customers:read",
    title: "What is owed now",
    description: "Promises that are open, the most urgent first; of one customer, or of all those asked lately.",
    input: z.strictObject({ customer: id.optional(), promise: z.string().max(200).optional() }),
    async answer(rooms, { customer, promise }) {
      const found = await verdictsByAnyId(rooms, { customer, promise, words: ["open"], limit: 200 });
      const due = ({ due_at }: { due_at: string | null }) => due_at ?? "9999";
      return found.toSorted((a, b) => (due(a) < due(b) ? -1 : 1)).slice(0, MOST);
    },
  }),
  tool({
    name: "verdicts",
    needs: "customers:read",
    title: "Verdicts",
    description: "Single verdicts, those asked last first: on a customer, a promise, of some kinds.",
    input: z.strictObject({
      customer: id.optional(),
      promise: z.string().max(200).optional(),
      verdict: z.array(z.enum(VERDICT_WORDS)).optional(),
    }),
    answer: (rooms, { customer, promise, verdict }) =>
      verdictsByAnyId(rooms, { customer, promise, words: verdict ?? [], limit: MOST }),
  }),
  tool({
    name: "verdict_explain",
    needs: "customers:read",
    title: "Why a verdict is as it is",
    description:
      "A promise to a customer, each time it was made: the words of the promise, the event that started the clock, when it was due, what answered it, and all that happened in between.",
    input: z.strictObject({
      customer: id,
      promise: z.string().min(1).max(200),
      asked_id: z.string().max(1000).optional(),
    }),
    answer: explain,
  }),
  ...VALUE_TOOLS,
  tool({
    name: "experience_file",
    needs: "experience:read",
    title: "The experience file",
    description: "The file that says what customers are promised: its text and its version.",
    input: z.strictObject({}),
    async answer({ shelf }) {
      const current = shelf.current();
      return current === undefined ? null : { version: current.version, text: current.text };
    },
  }),
];

interface Wanted {
  readonly customer: string | undefined;
  readonly promise: string | undefined;
  readonly words: readonly (typeof VERDICT_WORDS)[number][];
  readonly limit: number;
}

async function verdictsByAnyId(rooms: Rooms, wanted: Wanted) {
  const { customer } = wanted;
  const home = customer === undefined ? undefined : await customerOf(rooms.house.store, customer);
  return verdictsOf(rooms, { ...wanted, customer: home });
}

async function verdictsOf({ house, prepared }: Rooms, { customer, promise, words, limit }: Wanted) {
  const { experience, asOf } = await prepared.judgement();
  const narrowed = narrow(experience, { ...NO_FILTER, promises: promise === undefined ? [] : [promise] });
  const found = await listVerdicts(house.store, narrowed.experience, {
    among: narrowed.among,
    customer,
    words,
    after: undefined,
    asOf,
    limit,
  });
  return found.map(({ verdict }) => verdictOf(verdict));
}

/** The last few askings, each with what happened from the asking until it was decided. */
async function explain(
  rooms: Rooms,
  { customer, promise, asked_id }: { customer: string; promise: string; asked_id?: string | undefined },
) {
  const { house } = rooms;
  const { experience, asOf } = await rooms.prepared.judgement();
  const { says, when, kind } = promiseNamed(experience, promise);
  const home = await customerOf(house.store, customer);
  const all = await verdictsOf(rooms, { customer: home, promise, words: [], limit: 200 });
  const wanted = all.filter((verdict) => asked_id === undefined || verdict.asked_id === asked_id).slice(0, 5);
  const story = (await customerStory(house.store, home, asOf)).map(eventOf);
  const askings = wanted.map((verdict) => {
    const end = verdict.answered_at ?? new Date(asOf).toISOString();
    const between = story.filter(({ at }) => at >= verdict.asked_at && at <= end);
    return { ...verdict, happened: between.slice(0, 40) };
  });
  return {
    promise,
    says,
    kind,
    asked_by: when.map(({ event }) => event),
    as_of: new Date(asOf).toISOString(),
    askings,
  };
}
