import { createHash } from "node:crypto";
import { VERDICTS } from "../../gaps/source.ts";
import type { Experience } from "../../language/experience.ts";
import type { Shelf } from "../../published/shelf.ts";
import { moment, natural, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { Judgement } from "./judgement.ts";
import type { Answer } from "./prepared.ts";

/** Answers that are written down, so that a server that starts has them at once. */
export interface ReadyAnswers {
  /** As it was written down, of the same experience; undefined where there is none. */
  read(key: string, last: Last | Promise<Last>): Promise<Answer | undefined>;
  write(key: string, answer: Answer): Promise<void>;
}

/** The judgement that is the last one by now; undefined where there is none. */
type Last = Judgement | undefined;

/** To be raised whenever answers are made in another way than before. */
const MADE = 1;

interface Row {
  readonly number: number;
  readonly asOf: number;
  readonly answer: string;
}

export function openReadyAnswers(store: Store, shelf: Shelf): ReadyAnswers {
  return {
    async read(key, known) {
      const experience = shelf.current()?.experience;
      if (experience === undefined) return undefined;
      const found = store.rows<Row>(sql`select toFloat64(ready_answers.number) as number,
          toFloat64(toUnixTimestamp64Milli(as_of)) as asOf, answer
        from ready_answers where question = ${text(`${MADE} ${key}`)} and experience = ${text(wholePrint(experience))}
        order by written desc limit 1`);
      const [[row], last] = await Promise.all([found, known]);
      // A ledger that knows less than the answer is another one, or was brought back from a backup.
      if (row === undefined || (last !== undefined && last.number < row.number)) return undefined;
      const { number, asOf } = row;
      return { json: row.answer, judgement: { experience, number, asOf, source: VERDICTS } };
    },
    async write(key, { json, judgement }) {
      await store.run(sql`insert into ready_answers (question, number, experience, as_of, answer)
        select ${text(`${MADE} ${key}`)}, ${natural(judgement.number)}, ${text(wholePrint(judgement.experience))},
          ${moment(judgement.asOf)}, ${text(json)}`);
    },
  };
}

/** Of all that the file says: also words and goals stand in answers. */
const wholePrint = (experience: Experience): string =>
  createHash("sha256").update(JSON.stringify(experience)).digest("hex");
