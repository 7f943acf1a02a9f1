import { fault, type Named, q, unknown, type Worded } from "./word.ts";

/** Names that lead nowhere, what they must be, and calendars. */
export const NAME_WORDS = {
  // Names that lead nowhere, and what they must be
  "unknown-team": unknown("K301", "team"),
  "unknown-touchpoint": unknown("K302", "touchpoint"),
  "unknown-event": unknown("K303", "event"),
  "unknown-journey": unknown("K304", "journey"),
  "unknown-occasion": unknown("K305", "occasion"),
  "unknown-calendar": unknown("K306", "calendar"),
  "unknown-property": fault<{ name: string; events: readonly string[] }>(
    "K307",
    "A property that the event does not declare.",
    (f) => `${q(f.events)} ${f.events.length > 1 ? "have" : "has"} no property "${f.name}". Declare it under has.`,
  ),
  "team-circle": fault<{ circle: readonly string[] }>(
    "K308",
    "Teams stand above each other in a circle.",
    (f) => `Teams cannot stand above themselves: ${f.circle.join(" in ")}.`,
  ),
  "property-with-two-types": fault<{ name: string; type: string; other: string; event: string }>(
    "K309",
    "The same property has different types on different events.",
    (f) => `"${f.name}" is ${f.type} here but ${f.other} on "${f.event}". A property has one type everywhere.`,
  ),
  "follows-not-text": fault<{ name: string; type: string; journey: string }>(
    "K310",
    "The property that a journey follows is declared with a type other than text.",
    (f) =>
      `"${f.name}" ties journey "${f.journey}" together and is text, not ${f.type}. Declare it as text or leave it out: every event has it.`,
  ),
  "score-not-number": fault<{ name: string; type: string }>(
    "K311",
    "The felt score is no number.",
    (f) => `A score must be number or whole; "${f.name}" is ${f.type}.`,
  ),
  "words-not-text": fault<{ name: string; type: string }>(
    "K312",
    "The felt words are no text.",
    (f) => `Words must be text; "${f.name}" is ${f.type}.`,
  ),
  "score-range-empty": fault<{ from: number; to: number }>(
    "K313",
    "The worst score is not below the best.",
    (f) => `The scale must go up: from ${f.from} to ${f.to} does not.`,
  ),
  "received-not-number": fault<{ name: string; type: string }>(
    "K314",
    "The value received is no number.",
    (f) => `What is received must be number or whole; "${f.name}" is ${f.type}.`,
  ),
  "again-not-yes-no": fault<{ name: string; type: string }>(
    "K315",
    "The answer to whether they would buy again is not yes or no.",
    (f) => `Whether they would buy again is yes-no; "${f.name}" is ${f.type}.`,
  ),

  // Calendars
  "opening-hours-malformed": fault<Worded>(
    "K401",
    "Opening hours that cannot be read.",
    (f) => `${f.words} Write days and times such as Mon-Fri 08:00-12:00 13:00-17:00.`,
  ),
  "opening-hours-overlap": fault<{ day: string }>(
    "K402",
    "Opening hours that overlap.",
    (f) => `The hours of ${f.day} overlap with others of the same calendar.`,
  ),
  "holidays-unknown": fault<Named>(
    "K403",
    "A country or region whose holidays are not known.",
    (f) => `No holidays are known for "${f.name}". Write a country such as FI, or a region such as DE-BY.`,
  ),
  "date-malformed": fault<Named>(
    "K404",
    "A date that does not exist.",
    (f) => `"${f.name}" is no date. Write year, month and day, such as 2026-12-24.`,
  ),
};
