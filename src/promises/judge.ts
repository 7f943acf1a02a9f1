import { setTimeout as sleep } from "node:timers/promises";
import { KeptError } from "../kept-error.ts";
import type { Experience } from "../language/experience.ts";
import { syncColumns } from "../ledger/columns.ts";
import { solely } from "../ledger/links/sole.ts";
import { name, sql } from "../sql/sql.ts";
import { makeBeside } from "../storage/beside.ts";
import type { Store } from "../storage/store.ts";
import { readClock } from "./clock.ts";
import { compileJudging } from "./compile.ts";
import { fingerprint } from "./fingerprint.ts";
import { done, type JudgeOptions, judgeAll, PATIENCE, working } from "./judge-all.ts";
import { judgeTouched, tidied, touch } from "./judge-touched.ts";
import { type Judged, letGo, NOTHING, readJudged, type Standing, writeJudged } from "./judged.ts";
import { freshBatches, noteBatches } from "./judged-batches.ts";
import { COLUMNS, JUDGING, STORED } from "./judging.ts";
import { nameRows, type VerdictRow } from "./read.ts";
import type { Verdict } from "./verdict.ts";

/** Whom `judge` had to judge: `all` customers, only those `touched` since the last time, or `nothing` at all. */
export interface Outcome {
  readonly judged: "all" | "touched" | "nothing";
  /** Of the judgement that now stands; `changes` names those whose verdicts it changed by it. */
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
    await noteBatches(store, fresh);
    const compiled = async () =>
      compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
    if (again === "all") number = await judgeAll(store, await compiled(), next, options);
    else if (again === "nothing" || again === 0) await writeJudged(store, await tidied(store, next), done(options));
    else await judgeTouched(store, await compiled(), next, again, options);
  } catch (thrown) {
    await letGo(store).catch(() => {});
    throw thrown;
  }
  return { judged: typeof again === "number" ? "touched" : again, number };
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
  await syncColumns(store, experience);
  const next: Judged = {
    number: (known?.number ?? 0) + 2,
    experience: print,
    asOf,
    upTo: known?.upTo ?? "0",
    foreseen: known?.foreseen ?? true,
  };
  const fresh = await freshBatches(store, next.upTo);
  const again = canGoOn(known, next) ? await touch(store, known, next, fresh) : "all";
  if (again === "nothing" && !options.server) return { judged: "nothing", number: next.number - 2 };
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

/** Whether the verdicts that are there hold for all whom nothing has touched. */
const canGoOn = (known: Judged | undefined, next: Judged): known is Judged =>
  known !== undefined &&
  known.experience === next.experience &&
  known.asOf <= next.asOf &&
  (known.foreseen || known.asOf === next.asOf);

/** All verdict rows of a ledger by themselves, with the texts of their keys; the verdicts that are there stay. For small ledgers. */
export async function judgedRows(store: Store, experience: Experience, asOf: number): Promise<readonly Verdict[]> {
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
  const made = name("verdicts_tried");
  await makeBeside(store, name("verdicts"), made);
  for (const query of queries) await store.run(sql`insert into ${made} (${STORED}) ${query.rows(sql`true`)}`, JUDGING);
  const rows = await store.rows<VerdictRow>(sql`select ${COLUMNS} from ${made}`);
  await store.run(sql`drop table ${made} sync`);
  return nameRows(store, experience, rows);
}
