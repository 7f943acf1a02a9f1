import { type Named, type None, warning } from "./word.ts";

/** What is allowed, but hardly meant. */
export const DOUBT_WORDS = {
  // Doubts
  "touchpoint-without-team": warning<Named>(
    "K801",
    "Nobody answers for a touchpoint.",
    (f) => `Nobody answers for "${f.name}". Name a team.`,
  ),
  "agreed-by-nobody": warning<Named>(
    "K802",
    "Nobody stands behind a promise.",
    (f) => `Nobody agreed to "${f.name}". Name the teams that stand behind it under agreed.`,
  ),
  "event-unused": warning<Named>(
    "K803",
    "No promise, journey or occasion uses an event.",
    (f) => `No promise, journey or occasion uses "${f.name}".`,
  ),
  "team-answers-for-nothing": warning<Named>(
    "K804",
    "A team has no touchpoint and no promise, nor has any team below it.",
    (f) => `"${f.name}" answers for no touchpoint and stands behind no promise.`,
  ),
  "touchpoint-unused": warning<Named>(
    "K805",
    "Nothing happens at a touchpoint.",
    (f) => `Nothing happens at "${f.name}" and no promise is made there.`,
  ),
  "event-without-touchpoint": warning<Named>(
    "K806",
    "An event that decides promises happens nowhere, so nobody answers for it.",
    (f) => `It is not said where "${f.name}" happens, so nobody answers for the promises that it decides.`,
  ),
  "journey-unused": warning<Named>("K807", "No promise holds in a journey.", (f) => `No promise holds in "${f.name}".`),
  "calendar-unused": warning<Named>("K808", "No duration uses a calendar.", (f) => `No duration uses "${f.name}".`),
  "occasion-without-words": warning<Named>(
    "K809",
    "An occasion does not say what the customer hopes for.",
    (f) => `What does a customer hope for in "${f.name}"? Write hopes.`,
  ),
  "eventually-without-end": warning<None>(
    "K810",
    "expected: eventually in no journey, or in one that never ends, so that nothing can be missed.",
    () => 'Without a journey that has "ends" this promise stays open for ever and can never be missed.',
  ),
  "goal-without-room": warning<None>(
    "K811",
    "A goal of 100 % leaves no room for a single broken promise.",
    () => "A goal of 100% leaves no budget: a single broken promise uses it up.",
  ),
  "target-looser": warning<None>(
    "K812",
    "The target allows more than the customer expects.",
    () => "This allows more than the customer expects: keeping to it still breaks the promise.",
  ),
  "same-as-usual": warning<Named>(
    "K813",
    "An occasion is given the same value as usual.",
    (f) => `"${f.name}" has the same value as usual.`,
  ),
  "with-unused": warning<Named>("K814", "A name under with is never used.", (f) => `"${f.name}" is never used.`),
  "reserved-property": warning<Named>(
    "K815",
    "A property has the name of one of the columns that every event has.",
    (f) =>
      `Every event has its own "${f.name}": when events are imported, a column of that name is not read as a property.`,
  ),
  "condition-constant": warning<None>(
    "K816",
    "An expression that looks at no property, so that it says the same for every event.",
    () => "This looks at no property, so it is the same for every event.",
  ),
  "worth-without-currency": warning<None>(
    "K817",
    "A promise has a worth, but the file names no currency.",
    () => "The worth is an amount of money, but the file names no currency.",
  ),
  "timezone-assumed": warning<None>(
    "K818",
    "The file names no time zone, so days are days of UTC.",
    () => "No time zone is named, so days begin and end in UTC. Write timezone: Europe/Helsinki.",
  ),
  "no-promises": warning<None>(
    "K819",
    "The file has no promise.",
    () => "There is no promise here, so nothing can be judged.",
  ),
  "never-decided": warning<None>(
    "K820",
    "A bound that every count holds, such as at least 0.",
    () => "Every count is like this, so the promise is always kept.",
  ),
  "bought-without-received": warning<Named>(
    "K821",
    "Customers buy by an event that does not say what was received.",
    (f) => `What a customer spends with "${f.name}" is not known. Say which property holds it: received.`,
  ),
};
