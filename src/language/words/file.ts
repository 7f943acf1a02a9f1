import { fault, type Named, type None, q, type Worded } from "./word.ts";

/** The text itself, its keys and shapes. */
export const FILE_WORDS = {
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
};
