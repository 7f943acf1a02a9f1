import { type Source, VERDICTS } from "../../gaps/source.ts";
import { KeptError } from "../../kept-error.ts";
import type { Experience } from "../../language/experience.ts";
import { fingerprint } from "../../promises/fingerprint.ts";
import { readJudged } from "../../promises/judged.ts";
import type { Shelf } from "../../published/shelf.ts";
import type { Store } from "../../storage/store.ts";

/** What an answer is worked out from: a judgement, and the experience by which it was. */
export interface Judgement {
  readonly experience: Experience;
  /** Grows with each judgement. */
  readonly number: number;
  /** Ms since 1970 UTC. */
  readonly asOf: number;
  /** Where its verdicts are read from. */
  readonly source: Source;
}

/** The verdicts as they stand are by another file while everybody is judged anew. */
export async function lastJudgement(store: Store, shelf: Shelf): Promise<Judgement> {
  const experience = experienceOf(shelf);
  const judged = await readJudged(store);
  if (judged?.experience !== fingerprint(experience))
    throw new KeptError("not-judged", "Nothing has been judged by this experience file yet; ask again soon.", {
      status: 503,
    });
  return { experience, number: judged.number, asOf: judged.asOf, source: VERDICTS };
}

/** The experience that holds; throws KeptError "no-experience" where there is none. */
export function experienceOf(shelf: Shelf): Experience {
  const experience = shelf.current()?.experience;
  if (experience !== undefined) return experience;
  const words = "There is no experience file without faults yet: publish one, or put one beside the server.";
  throw new KeptError("no-experience", words, { status: 409 });
}
