import { z } from "zod";
import { anyOf, fault, listOf, map, name, strict, TERM, text, wordName } from "./schema-parts.ts";

const number = z.number();
const LIMIT_WORDS = "a duration such as 3 days, a bound such as at most 1, or a map with within, by or be";

const limitKeys = {
  within: anyOf([z.string(), number], "a duration such as 3 days").meta({
    description: "For then and first: a duration such as 3 days, 4 office hours or 2 office days.",
  }),
  by: text("For then: an expression that gives the moment or the date, such as asked.promised_for."),
  be: anyOf([z.string(), number], "a bound such as at most 1").meta({
    description: "For count and measure: at most N, at least N, or between A and B.",
  }),
};
const limitForm = strict(limitKeys).partial();

const limit = anyOf(
  [
    z.string(),
    number,
    limitForm.extend({
      for: map(
        name,
        anyOf([z.string(), number, limitForm], LIMIT_WORDS),
        "Other values by the name of the occasion.",
      ).optional(),
    }),
  ],
  LIMIT_WORDS,
);

const made = strict({
  at: text("The touchpoint at which the promise is made."),
  how: z.enum(["stated", "implied"], { error: fault("not-one-of") }).meta({ description: "stated or implied" }),
  quote: text("The words in which it is made."),
  source: text("Where these words stand."),
}).partial();

const goal = anyOf(
  [
    z.string().regex(/^\s*(100(\.0+)?|\d{1,2}(\.\d+)?)\s*%\s*$/, { error: fault("goal-out-of-range") }),
    number.min(0, { error: fault("goal-out-of-range") }).max(1, { error: fault("goal-out-of-range") }),
  ],
  "a share such as 95%",
);

const term = (about: string) => TERM.meta({ description: about }).optional();

/** What a customer was led to expect. Which keys go together depends on its kind: see KEYS_OF_KIND. */
export const PROMISE = strict({
  says: text("The promise in the customer's words."),
  made: made.meta({ description: "Where and how it is made to the customer." }).optional(),
  journey: text("The journey in which it holds; without one all events of the customer count.").optional(),
  when: TERM.meta({ description: "The event that starts the clock. Conditions know only event.x here." }),
  then: term("Kind then: the event that answers."),
  never: term("Kind never: the event that must not happen within the window."),
  count: term("Kind count: the events that are counted within the window."),
  measure: text("Kind measure: an expression that gives a number, such as asked.amount - quote.amount.").optional(),
  first: term("Kind first: the event that must have come before."),
  unless: term("The event that excuses the promise."),
  before: term("The answer must come before any of these."),
  "undone-by": term("An answer does not count when one of these follows it."),
  with: map(wordName, TERM, "Names for the latest event of a kind before the asking event.").optional(),
  for: anyOf([z.string(), number], "a duration such as 7 days")
    .meta({ description: "Kinds count and never: how long the window is." })
    .optional(),
  within: anyOf([z.string(), number], "a duration such as 14 days")
    .meta({ description: "Kind first: not longer ago than this." })
    .optional(),
  expected: limit.meta({ description: "What the customer expects." }).optional(),
  target: limit.meta({ description: "What the company means to do." }).optional(),
  goal: goal.meta({ description: "The share that we want kept, such as 95%." }).optional(),
  agreed: listOf(text("A team."), "The teams that stand behind it.").optional(),
  worth: number
    .min(0, { error: fault("worth-negative") })
    .meta({ description: "What a broken one is thought to cost, in the currency, until it is measured." })
    .optional(),
  touchpoint: text("The touchpoint that answers, where it is not that of the event.").optional(),
  team: text("The team that answers, where it is not that of the touchpoint.").optional(),
});

export const KINDS = ["then", "never", "count", "measure", "first"] as const;
export type Kind = (typeof KINDS)[number];

/** Keys that only some kinds have. All other keys go with every kind. */
export const KEYS_OF_KIND: Readonly<Record<Kind, readonly (keyof z.infer<typeof PROMISE>)[]>> = {
  then: ["then", "unless", "before", "undone-by", "with", "expected", "target"],
  never: ["never", "for", "unless"],
  count: ["count", "for", "unless", "expected", "target"],
  measure: ["measure", "then", "unless", "before", "undone-by", "with", "expected", "target"],
  first: ["first", "within", "expected"],
};
