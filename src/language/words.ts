/** Everything that can be said about an experience file: each code with its words. `about` stands in the docs. */

interface Word {
  readonly id: string;
  readonly severity: "fault" | "warning";
  readonly about: string;
  readonly say: (facts: never) => string;
}

type Named = { readonly name: string };
type Worded = { readonly words: string };
type Typed = { readonly type: string };
type None = Readonly<Record<never, never>>;

const fault = <F>(id: string, about: string, say: (facts: F) => string) =>
  ({ id, severity: "fault", about, say }) as const;
const warning = <F>(id: string, about: string, say: (facts: F) => string) =>
  ({ id, severity: "warning", about, say }) as const;
const unknown = (id: string, noun: string) =>
  fault<Named & { readonly known: readonly string[] }>(
    id,
    `A ${noun} is named that the file does not have.`,
    (f) =>
      `There is no ${noun} "${f.name}".${f.known.length > 0 ? ` The nearest known: ${f.known.slice(0, 3).join(", ")}.` : ""}`,
  );
const q = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

export const WORDS = {
  // The text itself
  "yaml-syntax": fault<Worded & { readonly quotes: boolean }>(
    "K101",
    "The text is not YAML.",
    (f) =>
      `This is not YAML: ${f.words}.${f.quotes ? ' A text that has ": " or " #" in it, or a comma or bracket within brackets, needs quotes around it.' : ""}`,
  ),
  "duplicate-key": fault<Worded>(
    "K102",
    "The same key stands twice in one map.",
    (f) => `"${f.words}" stands here twice. Take one away.`,
  ),
  "yaml-alias": fault<Worded>(
    "K103",
    "A YAML alias is used.",
    (f) => `"${f.words}" is a YAML alias, which an experience file does not have. Write it out.`,
  ),
  "yaml-tag": fault<Worded>(
    "K104",
    "A YAML tag is used.",
    (f) => `"${f.words}" has a YAML tag, which an experience file does not have. Take the tag away.`,
  ),
  "yaml-key": fault<Worded>(
    "K105",
    "A key is no plain text, or is one that no program can hold safely.",
    (f) => `"${f.words}" cannot be a key.`,
  ),
  "empty-file": fault<None>(
    "K106",
    "The file holds no map.",
    () => 'This is no experience file. Begin with "kept: 1" and a name.',
  ),
  "too-large": fault<Worded>(
    "K107",
    "The file is too large or nested too deeply to be read.",
    (f) => `${f.words}. An experience file is written by people for people.`,
  ),

  // Keys and shapes
  "unknown-section": fault<Named & { readonly later: boolean }>(
    "K201",
    "A section that the program does not know.",
    (f) =>
      f.later
        ? `This program does not know the section "${f.name}" yet. Take it out until it does.`
        : `There is no section "${f.name}".`,
  ),
  "unknown-key": fault<{ name: string; known: readonly string[] }>(
    "K202",
    "A key that has no meaning here.",
    (f) => `"${f.name}" has no meaning here.${f.known.length > 0 ? ` Known: ${f.known.join(", ")}.` : ""}`,
  ),
  "missing-key": fault<Named>("K203", "A key that must be there is missing.", (f) => `"${f.name}" is missing.`),
  "wrong-shape": fault<{ expected: string; found: string }>(
    "K204",
    "A value has the wrong form.",
    (f) => `Here must be ${f.expected}, not ${f.found}.`,
  ),
  "bad-name": fault<Named>(
    "K205",
    "A name has signs that it must not have.",
    (f) =>
      `"${f.name}" cannot be a name here. Names begin with a letter or a digit and go on with letters, digits, ".", "-" and "_"; names of events and properties may have spaces and other signs inside, of properties no quotes.`,
  ),
  "version-unknown": fault<None>(
    "K206",
    "The version of the language is not known.",
    () => 'This program reads version 1 of the language. Write "kept: 1".',
  ),
  "empty-text": fault<None>("K207", "A text is empty.", () => "Here must be some words."),
  "empty-list": fault<Worded>(
    "K208",
    "A list or map is empty that must name something.",
    (f) => `Here must be at least one ${f.words}.`,
  ),
  "duplicate-in-list": fault<Named>(
    "K209",
    "The same name stands twice in a list.",
    (f) => `"${f.name}" stands in this list twice.`,
  ),
  "not-one-of": fault<{ found: string; known: readonly string[] }>(
    "K210",
    "A word is not one of those that are possible.",
    (f) => `${f.found} is not one of ${q(f.known)}.`,
  ),
  "property-type-unknown": fault<{ found: string; known: readonly string[] }>(
    "K211",
    "A property has a type that does not exist.",
    (f) => `${f.found} is no type of a property. Types are ${f.known.join(", ")}.`,
  ),
  "goal-out-of-range": fault<None>(
    "K212",
    "A goal is not a share between 0 % and 100 %.",
    () => "A goal is a share from 0% to 100%, such as 95% or 0.95.",
  ),
  "worth-negative": fault<None>(
    "K213",
    "The worth of a promise is negative.",
    () => "What a broken promise costs cannot be less than 0.",
  ),
  "stakes-not-positive": fault<None>(
    "K214",
    "The stakes of an occasion are not above 0.",
    () => "Stakes must be more than 0; 1 is as usual.",
  ),
  "currency-unknown": fault<Named>(
    "K215",
    "A currency that does not exist.",
    (f) => `"${f.name}" is no currency. Write its three letters, such as EUR.`,
  ),
  "timezone-unknown": fault<Named>(
    "K216",
    "A time zone that does not exist.",
    (f) => `There is no time zone "${f.name}". Write a name such as Europe/Helsinki.`,
  ),
  "number-too-large": fault<None>(
    "K217",
    "A number is larger than can be counted exactly.",
    () => "This number is too large to be exact.",
  ),
  "share-out-of-range": fault<None>(
    "K218",
    "A margin or discount is not a share between 0 % and 100 %.",
    () => "Here must be a share from 0% to 100%, such as 40% or 0.4.",
  ),
  "days-needed": fault<{ found: string }>(
    "K219",
    "A length of time under value that is not counted in days, or is shorter than one.",
    (f) => `${f.found}: purchases are counted by days. Write days, weeks or months, such as 8 weeks.`,
  ),

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

  // Promises
  "no-kind": fault<None>(
    "K501",
    "A promise says neither then, never, count, measure nor first.",
    () => "What is promised? A promise has one of then, never, count, measure or first.",
  ),
  "two-kinds": fault<{ one: string; other: string }>(
    "K502",
    "A promise is of two kinds at once.",
    (f) => `A promise cannot have both "${f.one}" and "${f.other}". Make it two promises.`,
  ),
  "key-not-for-kind": fault<{ key: string; kind: string; known: readonly string[] }>(
    "K503",
    "A key does not go with this kind of promise.",
    (f) => `"${f.key}" has no meaning in a promise with "${f.kind}". Such a promise may have ${f.known.join(", ")}.`,
  ),
  "measure-without-answer": fault<{ key: string }>(
    "K504",
    "A measure without then has unless, before or undone-by.",
    (f) => `A measure without "then" is taken at once: "${f.key}" cannot change it.`,
  ),
  "expected-missing": fault<{ example: string }>(
    "K505",
    "A promise does not say what is expected.",
    (f) => `What does the customer expect? Write expected: ${f.example}.`,
  ),
  "window-missing": fault<{ kind: string }>(
    "K506",
    "A count or never does not say for how long.",
    (f) => `For how long does "${f.kind}" hold? Write for: 7 days.`,
  ),
  "two-limits": fault<{ one: string; other: string }>(
    "K507",
    "A limit is given in two ways at once.",
    (f) => `Either "${f.one}" or "${f.other}", not both.`,
  ),
  "limit-not-for-kind": fault<{ key: string; kind: string; example: string }>(
    "K508",
    "A limit of a form that does not go with the kind of promise.",
    (f) => `A promise with "${f.kind}" has no "${f.key}". Write ${f.example}.`,
  ),
  "duration-malformed": fault<{ found: string }>(
    "K509",
    "A duration that cannot be read.",
    (f) =>
      `${f.found} is no duration. Write a number and seconds, minutes, hours, days, weeks or months, such as 3 days; business time such as 4 office hours.`,
  ),
  "duration-too-long": fault<{ found: string }>(
    "K510",
    "A duration of more than a hundred years.",
    (f) => `${f.found} is more than a hundred years.`,
  ),
  "days-not-whole": fault<{ found: string }>(
    "K511",
    "Days, weeks or months with a fraction.",
    (f) => `${f.found}: days, weeks and months are days of the calendar and must be whole. Write hours.`,
  ),
  "business-unit-unknown": fault<{ unit: string; calendar: string }>(
    "K512",
    "Business time in weeks or months.",
    (f) => `Business time has minutes, hours and days, not ${f.unit}.`,
  ),
  "bound-malformed": fault<{ found: string }>(
    "K513",
    "A bound that cannot be read.",
    (f) => `${f.found} is no bound. Write at most 1, at least 1, or between 1 and 3.`,
  ),
  "bound-reversed": fault<{ least: number; most: number }>(
    "K514",
    "A bound whose lower end is above its upper end.",
    (f) => `Nothing is between ${f.least} and ${f.most}. Write the smaller number first.`,
  ),
  "count-not-whole": fault<{ found: string }>(
    "K515",
    "A count is compared with a number that no count can be.",
    (f) => `${f.found}: things are counted in whole numbers from 0 up.`,
  ),
  "with-name-taken": fault<Named>(
    "K516",
    "A name under with already means something else.",
    (f) => `"${f.name}" already means something in expressions. Take another name.`,
  ),

  // Expressions
  "expression-syntax": fault<Worded>(
    "K601",
    "An expression is not CEL.",
    (f) => `This expression cannot be read: ${f.words}.`,
  ),
  "unknown-word": fault<{ name: string; known: readonly string[]; property: boolean }>(
    "K602",
    "A word in an expression stands for nothing.",
    (f) =>
      f.property
        ? `"${f.name}" alone means nothing. Write ${f.known.map((word) => `${word}.${f.name}`).join(" or ")}.`
        : `"${f.name}" means nothing here. Known: ${f.known.join(", ")}.`,
  ),
  "asked-in-when": fault<None>(
    "K603",
    "asked is used where the clock has not started.",
    () => "Nothing was asked yet: here stands the event that asks. Write event instead of asked.",
  ),
  "answer-not-here": fault<{ reason: string }>(
    "K604",
    "answer is used where there is none.",
    (f) => `There is no answer here: ${f.reason}.`,
  ),
  "event-not-here": fault<{ known: readonly string[] }>(
    "K605",
    "event is used where no event is at hand.",
    (f) => `No event is at hand here. Write ${f.known.join(" or ")} instead of event.`,
  ),
  "with-not-here": fault<Named>(
    "K606",
    "A name from with is used in a condition.",
    (f) => `"${f.name}" is known in by and measure, not in conditions.`,
  ),
  "event-as-value": fault<Named>(
    "K607",
    "A whole event is used as a value.",
    (f) => `"${f.name}" is an event, not a value. Name one of its properties: ${f.name}.property.`,
  ),
  "unknown-function": fault<Named>(
    "K608",
    "A function that does not exist.",
    (f) => `There is no function "${f.name}".`,
  ),
  "wrong-arguments": fault<{ name: string; form: string }>(
    "K609",
    "A function is called in the wrong way.",
    (f) => `"${f.name}" is written ${f.form}.`,
  ),
  "type-mismatch": fault<{ op: string; types: readonly string[]; hint: string }>(
    "K610",
    "An operator or function is given types that it cannot take.",
    (f) => `"${f.op}" cannot take ${f.types.join(" and ")}.${f.hint}`,
  ),
  "not-a-condition": fault<Typed>(
    "K611",
    "A condition does not give yes or no.",
    (f) => `A condition must give yes or no; this gives ${f.type}.`,
  ),
  "measure-not-a-number": fault<Typed>(
    "K612",
    "A measure does not give a number.",
    (f) => `A measure must give a number or a duration; this gives ${f.type}.`,
  ),
  "by-not-a-moment": fault<Typed>(
    "K613",
    "A by does not give a moment or a date.",
    (f) => `"by" must give a moment or a date; this gives ${f.type}.`,
  ),
  "null-not-supported": fault<None>(
    "K614",
    "null is used in an expression.",
    () => "Nothing equals null. Write has(event.x) to ask whether it is there.",
  ),
  "not-in-the-language": fault<Worded>(
    "K615",
    "A part of CEL that has no meaning here.",
    (f) => `${f.words} cannot be used in an experience file.`,
  ),
  "has-needs-property": fault<None>(
    "K616",
    "has() is given something other than a property.",
    () => "has() asks for a property: has(event.x).",
  ),
  "pattern-invalid": fault<Worded>(
    "K617",
    "A pattern that is no regular expression of RE2, or is not written out.",
    (f) => `This is no pattern: ${f.words}.`,
  ),
  "literal-malformed": fault<{ function: string; example: string }>(
    "K618",
    "A written-out duration, moment or date that cannot be read.",
    (f) => `${f.function}() needs a text such as ${f.example}.`,
  ),
  "list-not-literal": fault<None>(
    "K619",
    '"in" without a written-out list of values of one type.',
    () => 'After "in" stands a list of values that are written out, such as ["a", "b"].',
  ),

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
} satisfies Readonly<Record<string, Word>>;

export type Code = keyof typeof WORDS;
export type Facts<C extends Code> = Parameters<(typeof WORDS)[C]["say"]>[0];
