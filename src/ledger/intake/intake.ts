import { KeptError } from "../../kept-error.ts";
import type { Store } from "../../storage/store.ts";
import { turnLink } from "../links/write.ts";
import { commit, type Delivery, type Ledger, type Receipt } from "./commit.ts";
import { recentIds } from "./standing.ts";
import { batchWindows, finishCutOff } from "./windows.ts";

/** The door of a ledger: what it has taken in is on the disk. */
export interface Intake {
  /**
   * Resolves when all that is accepted is kept, and all that is refused is among the dead letters. Throws KeptError
   * "too-busy" when too much is waiting already; nothing of the delivery is kept then.
   */
  take(delivery: Delivery): Promise<Receipt>;
  /** Undoes a link of two ids, or makes it hold again. False: there is no such link, or that is how it is. */
  turn(
    link: { readonly knownAs: string; readonly customer: string },
    how: { readonly undo: boolean; readonly source: string },
  ): Promise<boolean>;
  /** What waits to be kept. */
  waiting(): { readonly events: number; readonly bytes: number };
  /** Keeps what was taken in, and takes no more. */
  close(): Promise<void>;
}

export interface IntakeOptions {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** How long the first of a group waits for others, in milliseconds. */
  readonly lag?: number;
  /** What may wait at most. */
  readonly most?: { readonly events: number; readonly bytes: number };
  /** Where several servers share a ledger: lets one work on it at a time. */
  readonly solely?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called when ids were linked or unlinked, and events may have to move. */
  readonly onLinks?: () => void;
  /** Told of what goes wrong where nobody waits for an answer. */
  readonly onTrouble?: (thrown: unknown) => void;
}

/** Rows of one INSERT: well within one block of the engine's, which is kept as a whole or not at all. */
const GROUP = 20_000;
const MOST = { events: 100_000, bytes: 128 * 2 ** 20 };
const RECENT = 200_000;

interface Waiting {
  readonly delivery: Delivery;
  readonly size: { readonly events: number; readonly bytes: number };
  /** By the clock that never jumps. */
  readonly since: number;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Opens the door: deliveries are gathered for a moment and kept together, because the disk takes as long for one as for many. */
export async function openIntake(store: Store, options: IntakeOptions): Promise<Intake> {
  const { now, lag = 50, most = MOST, solely = (work) => work(), onLinks = () => {}, onTrouble = () => {} } = options;
  const ledger: Ledger = { store, now, windows: batchWindows(store), recent: recentIds(RECENT) };
  const queue: Waiting[] = [];
  const held = { events: 0, bytes: 0 };
  let closed = false;
  /** All work on the ledger, one after another. */
  let line: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const done = line.then(() => solely(work));
    line = done.catch(() => {});
    return done;
  };

  function wake(): void {
    if (timer !== undefined || queue.length === 0) return;
    const waited = performance.now() - (queue[0]?.since ?? 0);
    timer = setTimeout(keep, held.events >= GROUP ? 0 : Math.max(0, lag - waited));
  }

  function keep(): void {
    timer = undefined;
    const done = inLine(async () => {
      const group = takeGroup(queue);
      if (group.length > 0) await keepGroup(group);
      if (ledger.windows.isOver(now()) || closed) await ledger.windows.finish(now());
    });
    void done.catch(onTrouble).finally(wake);
  }

  async function keepGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const deliveries = group.map(({ delivery }) => delivery);
      const { receipts, linked } = await withPatience(() => commit(ledger, deliveries));
      for (const [i, { resolve }] of group.entries()) resolve(receipts[i] as Receipt);
      if (linked) onLinks();
    } catch (thrown) {
      for (const { reject } of group) reject(thrown);
    } finally {
      for (const { size } of group) {
        held.events -= size.events;
        held.bytes -= size.bytes;
      }
    }
  }

  await finishCutOff(store, now());
  const sweeper = setInterval(() => {
    if (queue.length === 0) void inLine(() => tidy(ledger)).catch(onTrouble);
  }, 1000);
  sweeper.unref();

  return {
    take(delivery) {
      const size = sizeOf(delivery);
      if (closed) return Promise.reject(new KeptError("closed", "The server is stopping; send the events again."));
      if (held.events + size.events > most.events || held.bytes + size.bytes > most.bytes) {
        return Promise.reject(
          new KeptError("too-busy", "Too many events are waiting to be kept; send these again in a moment."),
        );
      }
      held.events += size.events;
      held.bytes += size.bytes;
      return new Promise((resolve, reject) => {
        queue.push({ delivery, size, since: performance.now(), resolve, reject });
        wake();
      });
    },
    async turn(link, { undo, source }) {
      const turned = await inLine(() => turnLink(store, link, { undo, at: now(), source }));
      if (turned) onLinks();
      return turned;
    },
    waiting: () => ({ ...held }),
    async close() {
      closed = true;
      clearInterval(sweeper);
      clearTimeout(timer);
      while (queue.length > 0) {
        keep();
        await line;
      }
      await inLine(() => ledger.windows.finish(now()));
    },
  };
}

/** Once more where the engine was lost and another one has taken its place: what was kept already is found there. */
async function withPatience<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof KeptError) || thrown.code !== "engine-gone") throw thrown;
    return work();
  }
}

/** What is open while nothing comes is closed, and what others left open. */
async function tidy({ store, windows, now }: Ledger): Promise<void> {
  if (windows.isOver(now())) await windows.finish(now());
  if (Math.floor(now() / 1000) % 60 === 0) await finishCutOff(store, now());
}

function takeGroup(queue: Waiting[]): readonly Waiting[] {
  let events = 0;
  let end = 0;
  while (end < queue.length && (end === 0 || events + (queue[end]?.size.events ?? 0) <= GROUP)) {
    events += queue[end]?.size.events ?? 0;
    end++;
  }
  return queue.splice(0, end);
}

function sizeOf({ readings }: Delivery): { readonly events: number; readonly bytes: number } {
  let bytes = 0;
  for (const one of readings)
    bytes += one.kind === "refused" ? one.message.length : (one.event?.properties.length ?? 0) + 200;
  return { events: Math.max(1, readings.length), bytes };
}
