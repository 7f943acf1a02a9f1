import { z } from "zod";
import { anyOf, eventName, fault, listOf, map, name, propertyName, strict, TERM, text } from "./schema-parts.ts";
import { PROMISE } from "./schema-promise.ts";

export const PROPERTY_TYPES = ["text", "number", "whole", "yes-no", "moment", "date", "duration"] as const;

const team = strict({
  in: text("The team above this one.").optional(),
  outside: z.boolean().meta({ description: "A subcontractor: the customer bought from us, not from them." }).optional(),
});

const touchpoint = strict({ team: text("The team that answers for this place.").optional() });

const felt = strict({
  score: text("The number or whole property that holds the score."),
  from: z.number().meta({ description: "The worst score that can be given." }),
  to: z.number().meta({ description: "The best score that can be given." }),
  words: text("The text property that holds what was said.").optional(),
});

const propertyType = z.enum(PROPERTY_TYPES, { error: fault("property-type-unknown") });

const event = strict({
  at: text("The touchpoint at which it happens.").optional(),
  has: map(propertyName, propertyType, "What is known then: properties and their types.").optional(),
  felt: felt.meta({ description: "How the customer felt, where this event tells it." }).optional(),
  received: text("The number property that holds the value the company received.").optional(),
  again: text("The yes-no property that says whether the customer would buy again today.").optional(),
});

const journey = strict({
  follows: propertyName.meta({
    description: "The property whose equal values make one customer's events one journey.",
  }),
  path: listOf(text("An event."), "The way the journey is meant to go, as a list of events.").optional(),
  ends: listOf(text("An event."), "Events after which nothing more is expected.").optional(),
});

const occasion = strict({
  when: TERM.meta({ description: "Events that show that this is the reason for buying." }),
  life: text("The life of the customer who buys for this reason.").optional(),
  hopes: text("What the customer hopes for.").optional(),
  "if-we-fail": text("What failing would mean.").optional(),
  "if-we-shine": text("What shining would mean.").optional(),
  stakes: z
    .number()
    .positive({ error: fault("stakes-not-positive") })
    .meta({ description: "How many times as much a broken promise weighs here; 1 where nothing is said." })
    .optional(),
});

const OPEN_WORDS = "opening hours such as Mon-Fri 08:00-18:00, or a list of them";

const calendar = strict({
  open: anyOf([z.string(), z.array(z.string())], OPEN_WORDS).meta({
    description:
      "Days, then one or more times: Mon-Fri 08:00-12:00 13:00-17:00. 24:00 is midnight at the end of the day.",
  }),
  holidays: text("Country or region whose public holidays are closed, such as FI or DE-BY.").optional(),
  closed: listOf(z.string(), "Further closed days, such as 2026-12-24.").optional(),
  timezone: text("Time zone of these hours; the experience's own where nothing is said.").optional(),
});

const share = (about: string) =>
  anyOf(
    [
      z.string().regex(/^\s*(100(\.0+)?|\d{1,2}(\.\d+)?)\s*%\s*$/, { error: fault("share-out-of-range") }),
      z
        .number()
        .min(0, { error: fault("share-out-of-range") })
        .max(1, { error: fault("share-out-of-range") }),
    ],
    "a share such as 40%",
  )
    .meta({ description: about })
    .optional();

const time = (about: string, example: string) =>
  anyOf([z.string(), z.number()], `a duration such as ${example}`).meta({ description: about }).optional();

/** What customers are worth. The only section that is no map from names. */
export const VALUE = strict({
  bought: TERM.meta({
    description: "The events by which customers buy; every event with received where nothing is said.",
  }).optional(),
  "again-within": time(
    "Whether they would buy again now asks for this long; 3 months where nothing is said.",
    "8 weeks",
  ),
  margin: share("The share of what is received that stays, such as 40%; all of it where nothing is said."),
  horizon: time("How far ahead the worth of a customer is counted; 12 months where nothing is said.", "24 months"),
  discount: share("What a year of waiting takes off an amount, such as 10%, which it is where nothing is said."),
});

/** One entry of each section. */
export const ENTRIES = {
  teams: team,
  touchpoints: touchpoint,
  events: event,
  journeys: journey,
  occasions: occasion,
  promises: PROMISE,
  calendars: calendar,
} as const;
export type Section = keyof typeof ENTRIES;

export const ABOUT: Readonly<Record<Section, string>> = {
  teams: "Who answers, from the boardroom to the stockroom.",
  touchpoints: "Every place where the customer meets the company.",
  events: "What happens to customers, where, and what is known then.",
  journeys: "Events that belong together, such as one order.",
  occasions: "Why customers buy: the same product, bought for another reason.",
  promises: "What customers were led to expect, in their words.",
  calendars: "Opening hours, for business time such as 4 office hours.",
};

export const ABOUT_VALUE = "What customers are worth: by which events they buy, and how far ahead is looked.";

const head = {
  kept: z.literal(1, { error: fault("version-unknown") }).meta({ description: "Version of this language: 1." }),
  name: text("Name of the experience, as it stands above the reports."),
  currency: text("Currency of all amounts, such as EUR.").optional(),
  timezone: text("Time zone of days and of times without an offset, such as Europe/Helsinki.").optional(),
};

/** The experience file: the one definition, from which the types, the JSON Schema and the tables of the docs come. */
export const EXPERIENCE_FILE = strict({
  ...head,
  teams: map(name, team.nullable(), ABOUT.teams).nullish(),
  touchpoints: map(name, touchpoint.nullable(), ABOUT.touchpoints).nullish(),
  events: map(eventName, event.nullable(), ABOUT.events).nullish(),
  journeys: map(name, journey, ABOUT.journeys).nullish(),
  occasions: map(name, occasion, ABOUT.occasions).nullish(),
  promises: map(name, PROMISE, ABOUT.promises).nullish(),
  calendars: map(name, calendar, ABOUT.calendars).nullish(),
  value: VALUE.nullish().meta({ description: ABOUT_VALUE }),
}).meta({
  title: "Experience file of Kept",
  description: "What customers think they buy, what the company means to deliver, and who answers for it.",
});

const lenient = <T extends z.core.SomeType>(entry: T) => z.record(z.string(), z.nullable(entry)).nullish();

/** What is left of a file once everything of a wrong shape is taken out: any key may be missing. */
export const REMAINS = z.strictObject({
  kept: head.kept.optional(),
  name: head.name.optional(),
  currency: head.currency,
  timezone: head.timezone,
  teams: lenient(team.partial()),
  touchpoints: lenient(touchpoint.partial()),
  events: lenient(event.partial()),
  journeys: lenient(journey.partial()),
  occasions: lenient(occasion.partial()),
  promises: lenient(PROMISE.partial()),
  calendars: lenient(calendar.partial()),
  value: VALUE.nullish(),
});
export type Remains = z.infer<typeof REMAINS>;
export type EntryOf<S extends Section> = NonNullable<NonNullable<Remains[S]>[string]>;
