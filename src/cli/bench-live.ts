import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { generateLedger } from "../bench/generate.ts";
import { type House, openHouse } from "../house.ts";
import { checkExperienceFile } from "../language/read-file.ts";
import { noteBatch } from "../ledger/batches.ts";
import { syncColumns } from "../ledger/columns.ts";
import { acceptInvitation, invite } from "../people/invitations.ts";
import { makeKey } from "../people/keys.ts";
import { permissionsOf } from "../people/rights.ts";
import { buildServer } from "../server/build.ts";
import { readConfig } from "../server/config/read.ts";
import { sql } from "../sql/sql.ts";
import { packageRoot } from "../storage/package.ts";
import { type AnswerTimes, type Asker, ask, askAll, middleAndMost } from "./bench-answers.ts";
import { type Sender, SOON, seeVerdicts, sendEvents, type Watched } from "./bench-events.ts";

/** How far verdicts and answers are behind on a large ledger while events come in. Times in ms. */
export interface LiveBench {
  /** In the ledger to begin with. */
  readonly events: number;
  /** That came in a second. */
  readonly rate: number;
  /** From listening to the first answer on everything: on a ledger that was never judged, and after a restart. */
  readonly first: number;
  readonly restarted: number;
  /** From the first answer until everything is brought that answers are read from, and all models are fitted. */
  readonly settled: number;
  /** Right after the first answer, and once everything is settled. */
  readonly begun: Period;
  readonly then: Period;
}

interface Period {
  /** From an event's acknowledgement until its verdict is there; from a deadline until the promise counts as broken. */
  readonly afterEvents: Quantiles;
  readonly afterDeadlines: Quantiles;
  readonly answers: readonly AnswerTimes[];
}

interface Quantiles {
  readonly n: number;
  readonly p50: number;
  readonly p99: number;
}

export interface LiveOptions {
  /** Of the ledger; about 11.8 events an order. */
  readonly orders: number;
  readonly seconds: number;
  readonly now: () => number;
  readonly print: (line: string) => void;
}

/** For the models to be there. In ms. */
const LONGEST = 1_800_000;
const FILE = join(packageRoot, "experiences", "bench", "experience.yaml");

/** Lets a server take 1,000 events a second, judge them, and answer, all at once. */
export async function benchLive({ orders, seconds, now, print }: LiveOptions): Promise<LiveBench> {
  const home = mkdtempSync(join(tmpdir(), "kept-bench-"));
  const house = await openHouse({ home, environment: {}, now });
  try {
    const settings = {
      KEPT_HOME: home,
      KEPT_EXPERIENCE: FILE,
      KEPT_LOG_LEVEL: "silent",
      KEPT_API_PER_MINUTE: "1000000",
    };
    const customers = await fill(house, orders);
    const about = { name: "bench", createdBy: "bench", expiresAt: undefined };
    const write = await makeKey(house.state, now(), { ...about, kind: "write", scopes: [], ownerId: undefined });
    const ownerId = await somebody(house);
    const scopes = permissionsOf("owner");
    const token = await makeKey(house.state, now(), { ...about, kind: "token", scopes, ownerId });
    const listening = async <T>(work: (asker: Asker) => Promise<T>): Promise<T> => {
      const { app } = await buildServer(house, readConfig(settings));
      try {
        const address = await app.listen({ host: "127.0.0.1", port: 0 });
        return await work({ address, token: token.secret, customers, now });
      } finally {
        await app.close();
      }
    };
    const watched = await listening((asker) => watch(house, { ...asker, write: write.secret, seconds }));
    const result = { ...watched, restarted: await listening(firstAnswer) };
    print(textOf(result));
    return result;
  } finally {
    await house.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** A ledger as it is after years. Gives some of its customers. */
async function fill({ store, now }: House, orders: number): Promise<readonly string[]> {
  const { experience } = checkExperienceFile(FILE);
  if (experience === undefined) throw new Error("the promises of the bench have faults");
  await syncColumns(store, experience);
  await generateLedger(store, orders);
  const batch = { batch: 1n, source: "bench", begun: now(), finished: now(), rows: 0, duplicates: 0, rejected: 0 };
  await noteBatch(store, batch);
  const rows = await store.rows<{ readonly customer: string }>(
    sql`select distinct customer from events where customer_key % 7 = 0 limit 100000`,
  );
  return rows.map(({ customer }) => customer);
}

/** Whose token asks. */
async function somebody({ state, now }: House): Promise<string> {
  const email = "bench@example.org";
  const { token } = await invite(state, now(), { email, role: "owner", invitedBy: undefined, hours: 1 });
  const { id } = await acceptInvitation(state, now(), token, { name: "Bench", email, passwordHash: "none" });
  return id;
}

interface Watching extends Sender {
  /** Of each period. */
  readonly seconds: number;
}

async function watch(house: House, watching: Watching): Promise<Omit<LiveBench, "restarted">> {
  const { store, now } = house;
  const [count] = await store.rows<{ readonly events: string }>(sql`select count() as events from events`);
  const first = await firstAnswer(watching);
  const watched = new Map<string, Watched>();
  const [enough, stop] = [new AbortController(), new AbortController()];
  const begun = now();
  const [sending, seeing] = [sendEvents(watching, watched, enough.signal), seeVerdicts(house, watched, stop.signal)];
  const early = await period(watching);
  await settle(watching);
  const settled = now() - begun;
  const late = await period(watching, Math.max(...early.answers.map(({ n }) => n)));
  enough.abort();
  const rate = (await sending) / ((now() - begun) / 1000);
  // Until the last of them is due.
  await sleep(SOON.most + 10_000);
  stop.abort();
  await seeing;
  const about = ({ from, to, answers }: Asked): Period => {
    const all = [...watched.values()].filter(({ acknowledged = 0 }) => acknowledged >= from && acknowledged < to);
    return {
      afterEvents: quantilesOf(all.map(({ acknowledged, open }) => (open ?? now()) - (acknowledged ?? 0))),
      afterDeadlines: quantilesOf(all.map(({ due, broken }) => (broken ?? now()) - due)),
      answers,
    };
  };
  return { events: Number(count?.events), rate, first, settled, begun: about(early), then: about(late) };
}

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly answers: readonly AnswerTimes[];
}

/** Asks everything again and again for as long as a period lasts. */
async function period(watching: Watching, before = 0): Promise<Asked> {
  const from = watching.now();
  const over = AbortSignal.timeout(watching.seconds * 1000);
  const answers = await askAll(watching, over, before);
  return { from, to: watching.now(), answers };
}

/** Until the models are there, which are fitted last. */
async function settle(asker: Asker): Promise<void> {
  const begun = asker.now();
  while ((await ask(asker, "/api/value").catch(() => undefined)) === undefined) {
    if (asker.now() - begun > LONGEST) throw new Error("the models were never there");
    await sleep(1000);
  }
}

/** How long it takes until there is an answer on everything, in ms. */
async function firstAnswer(asker: Asker): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const answer = await ask(asker, "/api/gaps").catch(() => undefined);
    if (answer !== undefined) return performance.now() - begun;
    await sleep(100);
  }
}

const quantilesOf = (all: readonly number[]): Quantiles => {
  const { p50, p99 } = middleAndMost(all);
  return { n: all.length, p50, p99 };
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

function textOf({ events, rate, first, restarted, settled, begun, then }: LiveBench): string {
  return `Live, on ${events.toLocaleString("en")} events with ${Math.round(rate)} more a second
The first answer of a ledger that was never judged ${seconds(first)}, after a restart ${seconds(restarted)}
Right after the first answer:
${periodText(begun)}
${seconds(settled)} later, with everything brought and fitted:
${periodText(then)}\n`;
}

function periodText({ afterEvents, afterDeadlines, answers }: Period): string {
  const about = ({ n, p50, p99 }: Quantiles, what: string) =>
    `p50 ${seconds(p50)}, p99 ${seconds(p99)} after ${what} (${n})`;
  const lines = answers.map(
    ({ path, n, p50, p95, age }) =>
      `  ${path.padEnd(30)} p50 ${ms(p50)}, p95 ${ms(p95)} (${n})${age === null ? "" : `, ${seconds(age)} old`}`,
  );
  return [`  verdicts ${about(afterEvents, "an event")}, ${about(afterDeadlines, "a deadline")}`, ...lines].join("\n");
}
