import { moment, natural, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Batch, DOOR, nextBatch, noteBatch } from "../batches.ts";
import { withPatience } from "./patience.ts";

/** What comes in by the door within a second is one batch of the ledger. */
const WINDOW = 1000;
/** Older than so many ms, a batch that never finished was cut off: of the only door, or of one of several on a ledger. */
const CUT_OFF = { alone: 5000, shared: 60_000 } as const;
/** Between two looks for such. */
const SWEEP = 10_000;

/** The batch that is open at a door. Times are milliseconds since 1970 UTC. */
export interface Windows {
  /** The number under which events may now be put into the ledger. */
  open(now: number): Promise<bigint>;
  /** That events were put in, or may have been. */
  count(events: number, duplicates: number, refused: number): void;
  /** Whether what is open has been so for long enough. */
  isOver(now: number): boolean;
  /** Whether it is time to look for what other doors have left open. */
  isSweepDue(now: number): boolean;
  /** Nothing more will be put in under the number. Resolves when that is noted; the next may be opened before. */
  finish(now: number): Promise<void>;
}

export function batchWindows(store: Store): Windows {
  let current: Batch | undefined;
  let swept: number | undefined;
  let noting: Promise<unknown> = Promise.resolve();
  return {
    async open(now) {
      if (current !== undefined) return current.batch;
      // Servers that share a ledger are at it one at a time: none takes another's number.
      const batch = await nextBatch(store, now, "door");
      const opened: Batch = {
        batch,
        source: DOOR,
        begun: now,
        finished: undefined,
        rows: 0,
        duplicates: 0,
        rejected: 0,
      };
      await noteBatch(store, opened);
      current = opened;
      return batch;
    },
    count(rows, duplicates, refused) {
      if (current === undefined) return;
      const { rows: before, duplicates: twice, rejected } = current;
      current = { ...current, rows: before + rows, duplicates: twice + duplicates, rejected: rejected + refused };
    },
    isOver: (now) => current !== undefined && Math.abs(now - current.begun) >= WINDOW,
    isSweepDue(now) {
      swept ??= now;
      if (Math.abs(now - swept) < SWEEP) return false;
      swept = now;
      return true;
    },
    async finish(now) {
      const over = current;
      current = undefined;
      const noted =
        over === undefined ? Promise.resolve() : withPatience(() => noteBatch(store, { ...over, finished: now }));
      noting = Promise.allSettled([noting, noted]);
      await noted;
      await noting;
    },
  };
}

/** Notes as finished what a door that was killed has left open, so that its events are judged. */
export async function finishCutOff(store: Store, now: number, doors: keyof typeof CUT_OFF): Promise<void> {
  const open = await store.rows<{
    readonly number: string;
    readonly begun_ms: string;
  }>(sql`SELECT toString(batch) AS number,
      toString(toUnixTimestamp64Milli(min(begun))) AS begun_ms
    FROM batches WHERE source = ${text(DOOR)}
    GROUP BY batch HAVING max(finished) IS NULL AND min(begun) < ${moment(now - CUT_OFF[doors])} ORDER BY batch`);
  for (const { number, begun_ms } of open) {
    const batch = BigInt(number);
    const [count] = await store.rows<{ readonly rows: string }>(
      sql`SELECT count() AS rows FROM events WHERE batch = ${natural(batch)}`,
    );
    const rows = Number(count?.rows ?? 0);
    const ended = { batch, source: DOOR, begun: Number(begun_ms), finished: now, rows, duplicates: 0, rejected: 0 };
    await noteBatch(store, ended);
  }
}
