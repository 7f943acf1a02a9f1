import { customerWords } from "../customer/words.ts";
import { filterWords } from "../filter/words.ts";
import { gapsWords } from "../gaps/words.ts";
import { journeyWords } from "../journey/words.ts";
import { mendWords } from "../mend/words.ts";
import { peopleWords } from "../people/words.ts";
import { promiseWords } from "../promise/words.ts";
import { sessionWords } from "../session/words.ts";
import { setUpWords } from "../set-up/words.ts";
import { shellWords } from "../shell/words.ts";
import { uiWords } from "../ui/words.ts";
import { valueWords } from "../value/words.ts";

/** All texts of the pages, in ICU message syntax, each beside its page; another language is another such object. */
export const words = {
  customer: customerWords,
  filter: filterWords,
  gaps: gapsWords,
  journey: journeyWords,
  mend: mendWords,
  people: peopleWords,
  promise: promiseWords,
  session: sessionWords,
  setUp: setUpWords,
  shell: shellWords,
  ui: uiWords,
  value: valueWords,
} as const;

declare module "use-intl" {
  interface AppConfig {
    Messages: typeof words;
    Locale: "en";
  }
}
