import { keyWords } from "./keys/words.ts";

export const setUpWords = {
  title: "Set-up",
  ...keyWords,
} as const;
