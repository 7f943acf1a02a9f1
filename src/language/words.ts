import { DOUBT_WORDS } from "./words/doubts.ts";
import { EXPRESSION_WORDS } from "./words/expressions.ts";
import { FILE_WORDS } from "./words/file.ts";
import { NAME_WORDS } from "./words/names.ts";
import { PROMISE_WORDS } from "./words/promises.ts";
import type { Word } from "./words/word.ts";

/** Everything that can be said about an experience file: each code with its words. `about` stands in the docs. */
export const WORDS = {
  ...FILE_WORDS,
  ...NAME_WORDS,
  ...PROMISE_WORDS,
  ...EXPRESSION_WORDS,
  ...DOUBT_WORDS,
} satisfies Readonly<Record<string, Word>>;

export type Code = keyof typeof WORDS;
export type Facts<C extends Code> = Parameters<(typeof WORDS)[C]["say"]>[0];
