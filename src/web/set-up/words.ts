import { dataWords } from "./data/words.ts";
import { keyWords } from "./keys/words.ts";
import { startWords } from "./start/words.ts";

export const setUpWords = {
  title: "Set-up",
  rooms: { start: "Start", data: "Data", experience: "Experience", keys: "Keys", news: "News" },
  ...startWords,
  ...dataWords,
  ...keyWords,
} as const;
