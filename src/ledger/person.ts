import type { Store } from "../storage/store.ts";
import { readLetters } from "./intake/dead-letters.ts";
import { readPerson } from "./links/read.ts";
import { exportCustomer } from "./story.ts";

const MOST_LETTERS = 100_000;

/**
 * Everything that the ledger knows of a person, by all ids that are linked to the one that is given, a JSON object a
 * line: events, links, and what of theirs was refused at the door.
 */
export async function* exportPerson(store: Store, id: string): AsyncGenerator<string> {
  const { customer, ids, links } = await readPerson(store, id);
  // Those of the others have come to the customer, or are about to.
  for (const one of [customer, ...ids.filter((other) => other !== customer)]) yield* exportCustomer(store, one);
  for (const { knownAs, customer: of, linked, source, undone } of links) {
    const ended = undone === undefined ? {} : { undone: iso(undone) };
    yield JSON.stringify({ kind: "link", known_as: knownAs, customer: of, linked: iso(linked), source, ...ended });
  }
  for (const one of ids) {
    const letters = await readLetters(store, { customer: one, limit: MOST_LETTERS });
    for (const { received, source, door, reason, message } of letters) {
      yield JSON.stringify({ kind: "dead-letter", received: iso(received), source, door, reason, message });
    }
  }
}

const iso = (ms: number): string => new Date(ms).toISOString();

export { customerOf } from "./links/read.ts";
