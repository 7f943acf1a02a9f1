import { audit, type Deed } from "../../people/audit.ts";
import { atOnce } from "../../storage/postgres/at-once.ts";
import type { State } from "../../storage/postgres/state.ts";

/** Does what the audit log must tell: the entry stays only if the work was done, and nothing is done without it. */
export type Noted = (deed: Deed, work: () => Promise<void>) => Promise<void>;

/**
 * For work on the ledger, which is another engine than the log's. One at a time: each holds a connection to PostgreSQL
 * for as long as it lasts.
 */
export function noting(state: State, now: () => number): Noted {
  let last: Promise<void> = Promise.resolve();
  return (deed, work) => {
    const done = last.then(() =>
      atOnce(state, async (inside) => {
        await audit(inside, now(), deed);
        await work();
      }),
    );
    last = done.catch(() => {});
    return done;
  };
}
