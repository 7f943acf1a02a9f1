import { KeptError } from "../../kept-error.ts";
import type { Store } from "../../storage/store.ts";
import { turnLink } from "../links/write.ts";
import { commit, type Delivery, type Ledger, type Receipt } from "./commit.ts";
import { withPatience } from "./patience.ts";
import { boundedQueue, type Queue, type Size } from "./queue.ts";
import { recentIds } from "./standing.ts";
import { insertsEnded } from "./underway.ts";
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
  waiting(): Size;
  /** Keeps what was taken in, and takes no more. */
  close(): Promise<void>;
}

export interface IntakeOptions {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** How long the first of a group waits for others, in milliseconds. */
  readonly lag?: number;
  /** What may wait at most. */
  readonly most?: Size;
  /** Where several servers share a ledger: lets one work on it at a time. */
  readonly solely?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called when deliveries were kept. */
  readonly onKept?: () => void;
  /** Called when ids were linked or unlinked, and events may have to move. */
  readonly onLinks?: () => void;
  /** Told of what goes wrong where nobody waits for an answer. */
  readonly onTrouble?: (thrown: unknown) => void;
}

/** Rows of one INSERT: well within one block of the engine's, which is kept as a whole or not at all. */
const GROUP = 20_000;
const MOST = { events: 100_000, bytes: 128 * 2 ** 20 };
const RECENT = 200_000;
/**
 * While fewer events than this wait, the door rests after a group as long as that took, but at most so many ms: others
 * want the engine too, and more come meanwhile.
 */
const FEW = 1000;
const LONGEST_REST = 150;

/** Opens the door: deliveries are gathered for a moment and kept together, because the disk takes as long for one as for many. */
export async function openIntake(store: Store, options: IntakeOptions): Promise<Intake> {
  const { now, lag = 50, most = MOST, onKept = () => {}, onLinks = () => {}, onTrouble = () => {} } = options;
  const ledger: Ledger = { store, now, windows: batchWindows(store), recent: recentIds(RECENT) };
  const sure: Sureness = { alone: options.solely === undefined, cutOff: false };
  const queue = boundedQueue(most);
  const inLine = line(options.solely ?? ((work) => work()));
  let closed = false;
  let keeping = false;
  let timer: NodeJS.Timeout | undefined;
  /** By the clock that never jumps, in ms. */
  let restsUntil = 0;

  const keep = async (): Promise<void> => {
    keeping = true;
    const begun = performance.now();
    await inLine(async () => {
      const { kept, linked } = await keepGroup(ledger, queue, sure);
      if (kept) onKept();
      if (linked) onLinks();
      await tidy(ledger, sure, onTrouble);
    }).catch(onTrouble);
    const ended = performance.now();
    restsUntil = ended + Math.min(LONGEST_REST, ended - begun);
    keeping = false;
    wake();
  };
  function wake(): void {
    const waited = queue.waited();
    if (keeping || closed || waited === undefined) return;
    const { events } = queue.held();
    const rest = events < FEW ? restsUntil - performance.now() : 0;
    clearTimeout(timer);
    timer = setTimeout(keep, events >= GROUP ? 0 : Math.max(0, lag - waited, rest));
  }

  // A server that was killed may have left an insert under way.
  if (sure.alone) await insertsEnded(store);
  await finishCutOff(store, now(), doorsOf(sure));
  const sweeper = setInterval(() => void inLine(() => tidy(ledger, sure, onTrouble)).catch(onTrouble), 1000).unref();
  return {
    take(delivery) {
      if (closed) return Promise.reject(new KeptError("closed", "The server is stopping; send the events again."));
      const done = queue.add(delivery);
      wake();
      return done;
    },
    async turn(link, { undo, source }) {
      const turned = await inLine(() => turnLink(store, link, { undo, at: now(), source }));
      if (turned) onLinks();
      return turned;
    },
    waiting: () => queue.held(),
    async close() {
      closed = true;
      clearInterval(sweeper);
      clearTimeout(timer);
      while (queue.waited() !== undefined) await keep();
      await inLine(() => ledger.windows.finish(now()));
    },
  };
}

type Line = <T>(work: () => Promise<T>) => Promise<T>;

/** All work on the ledger, one after another. */
function line(solely: Line): Line {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(() => solely(work));
    last = done.catch(() => {});
    return done;
  };
}

const NOTHING = { kept: false, linked: false };

/** What must be known before it is asked which events stand in the ledger. */
interface Sureness {
  /** Nobody else puts events in: no other server, which may have been killed in the middle of it. */
  readonly alone: boolean;
  /** The last group was cut off, and may be under way still. */
  cutOff: boolean;
}

/** Says whether anything was kept, and ids were linked. Senders hear of what goes wrong. */
async function keepGroup(ledger: Ledger, queue: Queue, sure: Sureness): Promise<typeof NOTHING> {
  const group = queue.take(GROUP);
  if (group.length === 0) return NOTHING;
  const deliveries = group.map(({ delivery }) => delivery);
  try {
    if (!sure.alone || sure.cutOff) await insertsEnded(ledger.store);
    sure.cutOff = true;
    const { receipts, linked } = await withPatience(() => commit(ledger, deliveries));
    sure.cutOff = false;
    for (const [i, { resolve }] of group.entries()) resolve(receipts[i] as Receipt);
    return { kept: true, linked };
  } catch (thrown) {
    for (const { reject } of group) reject(thrown);
    return NOTHING;
  } finally {
    queue.free(group);
  }
}

/** A batch is finished when its time is over, also while nothing comes; and what others left open is now and then. */
async function tidy(
  { store, windows, now }: Ledger,
  sure: Sureness,
  onTrouble: (thrown: unknown) => void,
): Promise<void> {
  const moment = now();
  // Nobody who sends has to wait for that.
  if (windows.isOver(moment)) void windows.finish(moment).catch(onTrouble);
  if (windows.isSweepDue(moment)) await finishCutOff(store, moment, doorsOf(sure));
}

const doorsOf = ({ alone }: Sureness) => (alone ? "alone" : "shared");
