import { trimBatches } from "../ledger/batches.ts";
import { natural, naturals, sql } from "../sql/sql.ts";
import { everywhere } from "../storage/shards.ts";
import type { Store } from "../storage/store.ts";

/** Of batches that are so many microseconds older than the latest it is known that no earlier one will come. */
const SETTLED = 2n * 86_400_000_000n;

/** The batches that came, or that went on, since they were judged: twice the number, and one more if it has finished. */
export async function freshBatches(store: Store, upTo: string): Promise<readonly string[]> {
  const rows = await store.rows<{ readonly state: string }>(sql`select state from (
      select toUInt64(batch * 2 + max(finished is not null)) as state from batches where batch > ${natural(BigInt(upTo))} group by batch)
    where state not in (select state from judged_batches) order by state`);
  return rows.map(({ state }) => state);
}

export const numbersOf = (states: readonly string[]) => naturals(states.map((state) => BigInt(state) / 2n));

/** From now on these are judged, or their customers are noted as touched. */
export async function noteBatches(store: Store, states: readonly string[]): Promise<void> {
  if (states.length > 0) await store.run(sql`insert into judged_batches select arrayJoin(${naturals(states)})`);
}

/** The number up to which no batch must be remembered any more; those below are cleared away. */
export async function settleBatches(store: Store, upTo: string): Promise<string> {
  const [latest] = await store.rows<{ readonly batch: string }>(sql`select max(batch) as batch from batches`);
  const border = BigInt(latest?.batch ?? 0) - SETTLED;
  if (border <= BigInt(upTo)) return upTo;
  const [open] = await store.rows(sql`select batch from batches
    where batch > ${natural(BigInt(upTo))} and batch <= ${natural(border)} group by batch having max(finished) is null limit 1`);
  if (open !== undefined) return upTo;
  await everywhere(store, sql`delete from judged_batches where state <= ${natural(border * 2n + 1n)}`);
  await trimBatches(store, border);
  return String(border);
}
