import { digits, moment, natural, type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { follow, type Link } from "./link.ts";
import { linksFrom } from "./read.ts";

/** Something to be noted of a link. */
export interface LinkFact {
  readonly knownAs: string;
  readonly customer: string;
  readonly what: "linked" | "undone" | "unsettled" | "settled";
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly source: string;
  /** With unsettled: the customers whose events are to be looked at. */
  readonly homes?: readonly string[];
  readonly version: bigint;
}

/** All of them, or none. */
export async function noteLinks(store: Store, facts: readonly LinkFact[]): Promise<void> {
  if (facts.length === 0) return;
  const lines = facts.map((fact) =>
    JSON.stringify({
      known_as: fact.knownAs,
      customer: fact.customer,
      what: fact.what,
      at: new Date(fact.at).toISOString().replace("T", " ").replace("Z", ""),
      source: fact.source,
      homes: fact.homes ?? [],
      version: String(fact.version),
    }),
  );
  const into = sql`INSERT INTO links (known_as, customer, what, at, source, homes, version)`;
  await store.insert(into, "JSONEachRow", only(`${lines.join("\n")}\n`), ONE_BLOCK);
}

export const ONE_BLOCK = {
  input_format_parallel_parsing: 0,
  max_insert_block_size: 1_000_000,
} as const;

export async function* only<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** What is to be noted so that `links` (new ones) hold beside those `known`, which lead away from the same ids. */
export function factsOfNew(links: readonly Link[], known: readonly Link[]): readonly LinkFact[] {
  const before = follow(known);
  const after = follow([...known, ...links]);
  return links.flatMap(({ knownAs, customer, linked, source, version }) => {
    const fact = { knownAs, customer, at: linked, source, version };
    const homes = before(knownAs) === after(knownAs) ? [] : [...new Set([before(knownAs), knownAs])];
    return [
      { ...fact, what: "linked" as const },
      ...(homes.length === 0 ? [] : [{ ...fact, what: "unsettled" as const, homes }]),
    ];
  });
}

/** Undoes a link, or makes it hold again. False: there is no such link, or that is how it is. */
export async function turnLink(
  store: Store,
  link: Pick<Link, "knownAs" | "customer">,
  { undo, at, source }: { readonly undo: boolean; readonly at: number; readonly source: string },
): Promise<boolean> {
  const { knownAs, customer } = link;
  const known = await linksFrom(store, [knownAs]);
  const found = known.find((one) => one.knownAs === knownAs && one.customer === customer);
  if (found === undefined || (found.undone !== undefined) === undo) return false;
  const turned = { ...found, undone: undo ? at : undefined, linked: undo ? found.linked : at };
  const [before, after] = [follow(known)(knownAs), follow([...known.filter((one) => one !== found), turned])(knownAs)];
  const fact = { knownAs, customer, at, source, version: versionAt(at, found.version) };
  const unsettled = { ...fact, what: "unsettled" as const, homes: [...new Set([before, knownAs])] };
  await noteLinks(store, [{ ...fact, what: undo ? "undone" : "linked" }, ...(before === after ? [] : [unsettled])]);
  return true;
}

/** Greater than the one before, also where the clock was set back since. In microseconds. */
export function versionAt(now: number, before = 0n): bigint {
  const timed = BigInt(Math.round(now)) * 1000n;
  return timed > before ? timed : before + 1n;
}

/**
 * Notes that customers of the staged rows are known by other names: their events are then moved. To be called before
 * the rows come into the ledger and once more after: a link may be made between the two.
 */
export async function unsettleStaged(store: Store, staged: Sql, now: number): Promise<void> {
  const [links] = await store.rows<{ readonly n: string }>(sql`SELECT count() AS n FROM links`);
  if (links?.n === "0") return;
  await store.run(sql`INSERT INTO links (known_as, customer, what, at, source, homes, version)
    SELECT known_as, any(customer), 'unsettled', ${moment(now)}, ${text("import")}, [known_as],
      greatest(${natural(versionAt(now))}, max(version) + 1)
    FROM links WHERE known_as_key IN (${staged}) GROUP BY known_as`);
}

export const stagedCustomers = sql`SELECT customer_key FROM incoming`;
export const batchCustomers = (batch: bigint): Sql =>
  sql`SELECT customer_key FROM events WHERE batch = ${digits(batch)}`;
