import { sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { follow, type Link } from "../links/link.ts";
import { linksFrom } from "../links/read.ts";
import { factsOfNew, noteLinks, ONE_BLOCK, only, versionAt } from "../links/write.ts";
import { letterOf, writeLetters } from "./dead-letters.ts";
import type { NewEvent, NewLink, Reading } from "./reading.ts";
import { type EventRow, encodeRows } from "./row-binary.ts";
import { type RecentIds, standingIds } from "./standing.ts";
import type { Windows } from "./windows.ts";

/** What one sender sent at once. */
export interface Delivery {
  /** The name of the write key. */
  readonly source: string;
  /** The call or the form in which it came, such as track or cloudevent. */
  readonly door: string;
  /** Milliseconds since 1970 UTC. */
  readonly received: number;
  readonly readings: readonly Reading[];
}

/** What became of a delivery, in numbers of messages. */
export interface Receipt {
  readonly accepted: number;
  /** Of those accepted: how many stood in the ledger already. */
  readonly duplicates: number;
  readonly refused: number;
}

export interface Ledger {
  readonly store: Store;
  readonly windows: Windows;
  readonly recent: RecentIds;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

interface Coming {
  readonly event: NewEvent;
  readonly source: string;
  readonly received: number;
}

/**
 * Puts deliveries into the ledger: when this returns, all that is accepted is on the disk, once. Where it throws, any
 * part may be there, and the same deliveries may come again. Two must not run at once on a ledger.
 */
export async function commit(
  ledger: Ledger,
  deliveries: readonly Delivery[],
): Promise<{ readonly linked: boolean; readonly receipts: readonly Receipt[] }> {
  const { store, windows, recent, now } = ledger;
  const fresh = new Map<string, Coming>();
  const receipts = deliveries.map((delivery) => sortOut(delivery, fresh, recent));
  const wishes = deliveries.flatMap(({ readings, received, source }) =>
    readings.flatMap((one) => (one.kind === "taken" && one.link ? [asLink(one.link, received, source)] : [])),
  );
  const coming = [...fresh.values()];
  const customers = [...new Set(coming.map(({ event }) => event.customer))];
  const [batch, known, standing] = await Promise.all([
    coming.length === 0 ? 0n : windows.open(now()),
    linksFrom(store, [...new Set([...customers, ...wishes.flatMap(({ knownAs, customer }) => [knownAs, customer])])]),
    standingIds(store, customers, [...fresh.keys()]),
  ]);
  // An event that came before stands with whomever its id was linked to then.
  const elsewhere = [...new Set(known.flatMap(({ customer }) => customer))].filter((one) => !customers.includes(one));
  const there = new Set([...standing, ...(await standingIds(store, elsewhere, [...fresh.keys()]))]);
  const links = newAmong(wishes, known);
  const home = follow([...known, ...links]);
  const rows = coming.filter(({ event }) => !there.has(event.id)).map((one) => rowOf(one, home, batch));
  // A link first: without it, what follows would stand with the wrong customer.
  await noteLinks(store, factsOfNew(links, known));
  windows.count(
    rows.length,
    coming.length - rows.length,
    receipts.reduce((sum, { refused }) => sum + refused, 0),
  );
  await Promise.all([insertRows(store, rows), writeLetters(store, deliveries.flatMap(lettersOf))]);
  for (const id of fresh.keys()) recent.add(id);
  return { linked: links.length > 0, receipts: receipts.map(({ ids, ...receipt }) => count(receipt, ids, there)) };
}

interface Sorted extends Receipt {
  /** The events of which it cannot be told yet whether they stand in the ledger. */
  readonly ids: readonly string[];
}

function sortOut({ readings, source, received }: Delivery, fresh: Map<string, Coming>, recent: RecentIds): Sorted {
  const ids: string[] = [];
  let [accepted, duplicates] = [0, 0];
  for (const reading of readings) {
    if (reading.kind === "refused") continue;
    accepted++;
    const { event } = reading;
    if (event === undefined) continue;
    if (recent.has(event.id) || fresh.has(event.id)) duplicates++;
    else {
      fresh.set(event.id, { event, source, received });
      ids.push(event.id);
    }
  }
  return { accepted, duplicates, refused: readings.length - accepted, ids };
}

function count(receipt: Receipt, ids: readonly string[], there: ReadonlySet<string>): Receipt {
  return { ...receipt, duplicates: receipt.duplicates + ids.filter((id) => there.has(id)).length };
}

const asLink = ({ knownAs, customer }: NewLink, linked: number, source: string): Link => ({
  knownAs,
  customer,
  linked,
  source,
  undone: undefined,
  version: versionAt(linked),
});

/** A link that somebody has undone is not made again by the sender who still says so. */
function newAmong(wishes: readonly Link[], known: readonly Link[]): readonly Link[] {
  const pair = ({ knownAs, customer }: Link) => JSON.stringify([knownAs, customer]);
  const seen = new Set(known.map(pair));
  return wishes.filter((link) => !seen.has(pair(link)) && seen.add(pair(link)));
}

function rowOf({ event, source, received }: Coming, home: (id: string) => string, batch: bigint): EventRow {
  const customer = home(event.customer);
  return { ...event, customer, knownAs: customer === event.customer ? "" : event.customer, source, received, batch };
}

const lettersOf = ({ readings, ...where }: Delivery) =>
  readings.flatMap((one) => (one.kind === "refused" ? [letterOf(one, where)] : []));

async function insertRows(store: Store, rows: readonly EventRow[]): Promise<void> {
  if (rows.length === 0) return;
  const into = sql`INSERT INTO events (customer, known_as, name, at, received, source, id, batch, properties)`;
  await store.insert(into, "RowBinary", only(encodeRows(rows)), ONE_BLOCK);
}
