import { fault, type Named, type None, type Typed, type Worded } from "./word.ts";

/** Expressions. */
export const EXPRESSION_WORDS = {
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
};
