import { dataWords } from "./data/words.ts";
import { experienceWords } from "./experience/words.ts";
import { keyWords } from "./keys/words.ts";
import { newsWords } from "./news/words.ts";
import { startWords } from "./start/words.ts";

export const setUpWords = {
  title: "Set-up",
  rooms: { start: "Start", data: "Data", experience: "Experience", keys: "Keys", news: "News" },
  ...startWords,
  ...dataWords,
  ...experienceWords,
  ...keyWords,
  ...newsWords,
} as const;
