import { setTimeout as sleep } from "node:timers/promises";
import { KeptError } from "../kept-error.ts";
import type { Experience } from "../language/experience.ts";
import { syncColumns } from "../ledger/columns.ts";
import { noteCustomers } from "../ledger/known-customers.ts";
import { solely } from "../storage/sole.ts";
import type { Store } from "../storage/store.ts";
import { readClock } from "./clock.ts";
import { compileJudging } from "./compile.ts";
import { fingerprint } from "./fingerprint.ts";
import { type JudgeOptions, judgeAll, PATIENCE, working } from "./judge-all.ts";
import { judgeTouched, tidied, touch } from "./judge-touched.ts";
import { type Judged, letGo, NOTHING, readJudged, type Standing, whileHeld, writeJudged } from "./judged.ts";
import { freshBatches, noteBatches, numbersOf } from "./judged-batches.ts";

/** Whom `judge` had to judge: `all` customers, only those `touched` since the last time, or `nothing` at all. */
export interface Outcome {
  readonly judged: "all" | "touched" | "nothing";
  /** `changes` names by it those verdicts that this judgement changed. */
  readonly number: number;
}

/**
 * Brings the table `verdicts` to what the experience promises, as of a moment (ms since 1970 UTC): for everybody, or,
 * where the last judgement was of the same promises, for those customers whom anything has touched since.
 */
export async function judge(
  store: Store,
  experience: Experience,
  asOf: number,
  options: JudgeOptions = {},
): Promise<Outcome> {
  const begun = await begin(store, experience, asOf, options);
  if ("judged" in begun) return begun;
  const { next, fresh, again } = begun;
  let number = next.number;
  try {
    if (fresh.length > 0) await noteCustomers(store, numbersOf(fresh));
    await noteBatches(store, fresh);
    const compiled = async () =>
      compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
    await whileHeld(store, working(options), async () => {
      if (again === "all") number = await judgeAll(store, await compiled(), next, options);
      else if (again === "nothing" || again === 0)
        await writeJudged(store, await tidied(store, next), working(options));
      else await judgeTouched(store, await compiled(), next, again, options);
    });
  } catch (thrown) {
    await letGo(store).catch(() => {});
    throw thrown;
  }
  // Only now is nothing of ours left that another would meet. A server goes on from what it judged.
  if (!options.server) await letGo(store);
  return { judged: again === "all" ? "all" : "touched", number };
}

/** A judgement that is ours to make: until it is done, or its hold has run out, nobody else makes one. */
interface Begun {
  readonly next: Judged;
  readonly fresh: readonly string[];
  readonly again: Awaited<ReturnType<typeof touch>>;
}

/** Waits until nobody else is at work on the next judgement, and says that we are; or what need not be done. */
async function begin(
  store: Store,
  experience: Experience,
  asOf: number,
  options: JudgeOptions,
): Promise<Begun | Outcome> {
  for (;;) {
    const known = await undisturbed(store, options);
    // A server that goes on from its own judgement is held apart from all others by what it wrote there.
    if (known?.held === "server") return takeUp(store, known, { experience, asOf, options });
    const taken = await solely(
      store,
      TURN,
      async () => {
        const still = await readJudged(store);
        const same = still?.number === known?.number && (still === undefined || still.held === "free");
        return same ? { begun: await takeUp(store, known, { experience, asOf, options }) } : {};
      },
      PATIENCE,
    );
    if (taken?.begun !== undefined) return taken.begun;
    await sleep(STEP);
  }
}

/** Two programs that read the same judgement at once would both go on from it. */
const TURN = "judging_turn";
/** Ms between two looks. */
const STEP = 50;

interface Wanted {
  readonly experience: Experience;
  readonly asOf: number;
  readonly options: JudgeOptions;
}

async function takeUp(
  store: Store,
  known: Standing | undefined,
  { experience, asOf, options }: Wanted,
): Promise<Begun | Outcome> {
  const print = fingerprint(experience);
  if (known?.held === "server" && !options.server) return leaveToServer(known, print);
  const next: Judged = {
    number: (known?.number ?? 0) + 2,
    experience: print,
    asOf,
    upTo: known?.upTo ?? "0",
    foreseen: known?.foreseen ?? true,
  };
  const fresh = await freshBatches(store, next.upTo);
  const again = canGoOn(known, next) ? await touch(store, known, next, fresh) : "all";
  if (again === "nothing" && mayRest(known, next, options)) return { judged: "nothing", number: next.number - 2 };
  if (again !== "nothing") await syncColumns(store, experience);
  const before = known ?? { ...next, experience: NOTHING, asOf: 0, foreseen: false };
  await writeJudged(store, { ...before, number: next.number - 1 }, working(options));
  return { next, fresh, again };
}

/** The last judgement, once nobody else is at work on the next. */
async function undisturbed(store: Store, { server }: JudgeOptions): Promise<Standing | undefined> {
  for (;;) {
    const known = await readJudged(store);
    if (known?.held !== "judging" && !(known?.held === "server" && known.experience === NOTHING && !server))
      return known;
    await sleep(200);
  }
}

function leaveToServer(known: Judged, print: string): Outcome {
  if (known.experience === print) return { judged: "nothing", number: known.number };
  const words =
    "A server judges this ledger by another experience file; publish this one there, or stop the server to judge by it here.";
  throw new KeptError("kept-by-server", words);
}

/** While nothing happens, a server says only so often as of when that is so, and that it goes on. In ms. */
const STILL = 10_000;

const mayRest = (known: Standing | undefined, next: Judged, { server }: JudgeOptions): boolean =>
  known !== undefined && next.asOf - known.asOf < (server ? STILL : 1) && (!server || known.held === "server");

/** Whether the verdicts that are there hold for all whom nothing has touched. */
const canGoOn = (known: Judged | undefined, next: Judged): known is Judged =>
  known !== undefined &&
  known.experience === next.experience &&
  known.asOf <= next.asOf &&
  (known.foreseen || known.asOf === next.asOf);
