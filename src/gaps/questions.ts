import type { CustomerPromise, Experience } from "../language/experience.ts";
import { sql, texts } from "../sql/sql.ts";
import { inTurn } from "../storage/in-turn.ts";
import type { Store } from "../storage/store.ts";
import type { Source } from "./source.ts";

/** Some promises of an experience, and the verdicts on them that are looked at. */
export interface Looked {
  readonly store: Store;
  readonly experience: Experience;
  readonly promises: readonly CustomerPromise[];
  /** Ms since 1970 UTC. */
  readonly asOf: number;
  readonly source: Source;
  /** No more verdicts than about so many, where that is known. */
  readonly most?: number | undefined;
}

/** Several questions to the ledger on the same verdicts. */
export interface Questions {
  /** How many verdicts there are, or may be at most. */
  readonly rows: number;
  /** Asks one of them as soon as it may. */
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Of so many verdicts at most the questions are asked side by side. */
const FEW = 2_000_000;

export async function questionsOn(looked: Looked): Promise<Questions> {
  const rows = looked.most === undefined || looked.most > FEW ? await count(looked) : looked.most;
  return { rows, ask: inTurn(rows <= FEW) };
}

async function count({ store, promises, source }: Looked): Promise<number> {
  const [row] = await store.rows<{ rows: string }>(
    sql`select count() as rows from ${source.rows} where promise in ${texts(promises.map(({ name }) => name))}`,
  );
  return Number(row?.rows ?? 0);
}
