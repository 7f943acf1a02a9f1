import { fault, type Named, type None } from "./word.ts";

/** Promises. */
export const PROMISE_WORDS = {
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
};
