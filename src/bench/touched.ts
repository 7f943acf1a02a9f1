import type { Experience } from "../language/experience.ts";
import { nextBatch, noteBatch } from "../ledger/batches.ts";
import { judge } from "../promises/judge.ts";
import { digits, moment, natural, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** A ledger that was judged, and is judged again after new events. */
export interface Rejudged {
  readonly events: number;
  readonly newEvents: number;
  readonly seconds: number;
}

const NEW = 1_000;

/** A thousand customers contact us once more, the day before the judged moment. */
export async function rejudge(store: Store, experience: Experience, asOf: number): Promise<Rejudged> {
  await judge(store, experience, asOf);
  const begun = asOf - 86_400_000;
  const batch = await nextBatch(store, begun);
  const noted = { batch, source: "bench", begun, rows: NEW, duplicates: 0, rejected: 0 };
  await noteBatch(store, { ...noted, finished: undefined });
  await store.run(sql`insert into events (customer, name, at, received, source, id, batch, properties)
    select customer, 'contact.made', ${moment(begun)}, ${moment(begun)}, 'bench', concat('new ', customer), ${natural(batch)},
      concat('{"order":"', any(p_order), '","topic":"invoice"}')
    from events group by customer order by cityHash64(customer) limit ${digits(NEW)}`);
  await noteBatch(store, { ...noted, finished: begun });
  const started = performance.now();
  const { judged } = await judge(store, experience, asOf);
  const seconds = (performance.now() - started) / 1000;
  if (judged !== "touched") throw new Error(`judged ${judged}, not only whom the new events touched`);
  const [row] = await store.rows<{ readonly events: string }>(sql`select count() as events from events`);
  return { events: Number(row?.events ?? 0), newEvents: NEW, seconds };
}
