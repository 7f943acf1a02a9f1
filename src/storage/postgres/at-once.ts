import type { State } from "./state.ts";

/** What work inside a transaction is given in place of the whole state. */
export type Inside = Pick<State, "db">;

/** All that the work writes through what it is given, or nothing of it. Within another such work it is part of that. */
export function atOnce<T>({ db }: Inside, work: (inside: Inside) => Promise<T>): Promise<T> {
  return db.isTransaction ? work({ db }) : db.transaction().execute((transaction) => work({ db: transaction }));
}
