import { expect, test } from "vitest";
import { readClock } from "../../src/promises/clock.ts";
import { compileJudging } from "../../src/promises/compile.ts";
import { VERDICT_WORDS } from "../../src/promises/verdict.ts";
import { sql } from "../../src/sql/sql.ts";
import { judgedRows } from "../judged-rows.ts";
import { openedLedger } from "../ledger.ts";
import { call, firstPromise, literal, names, property } from "../oracle/example.ts";
import { agreeOn, agreeOnWorld, worldOf } from "./agree.ts";
import { type Coverage, coverageTable } from "./coverage.ts";
import { load, prepare } from "./load.ts";
import { MUTANTS } from "./mutant.ts";
import type { Size } from "./world-arbitrary.ts";

/** `npm run agree -- --minutes 10 --seed 7` sets these. */
const FIRST_SEED = Number(process.env["KEPT_AGREE_SEED"] ?? 1);
const MINUTES = Number(process.env["KEPT_AGREE_MINUTES"] ?? 0);
const WORLDS = 20;

/** Every tenth file is long, every tenth has customers with long journeys. */
function sizeOf(seed: number): Size {
  if (seed % 10 === 5) return { promises: 20, customers: 10, events: 12 };
  if (seed % 10 === 0) return { promises: 4, customers: 4, events: 150 };
  return { promises: 6, customers: 60, events: 12 };
}

const ledger = openedLedger();

/** The seeds of this run: a fixed number of them, or as many as the minutes allow. */
function* seeds(): Generator<number> {
  const end = performance.now() + MINUTES * 60_000;
  for (let seed = FIRST_SEED; MINUTES > 0 ? performance.now() < end : seed < FIRST_SEED + WORLDS; seed++) yield seed;
}

test("the engine and the oracle agree on every verdict of random experiences and events", { timeout: 0 }, async () => {
  const coverage: Coverage = new Map();
  let worlds = 0;
  for (const seed of seeds()) {
    const words = await agreeOn({ store: ledger.store, engine: judgedRows }, seed, sizeOf(seed), coverage);
    expect.assert(words === undefined, words);
    worlds++;
    if (MINUTES > 0 && worlds % 20 === 0) console.log(`${worlds} worlds agreed on, up to seed ${seed}`);
  }
  if (MINUTES > 0) console.log(`${worlds} worlds agreed on:\n${coverageTable(coverage)}`);
});

test("they agree on a file with more conditions than one query can hold", async () => {
  const small = worldOf(1, { promises: 1, customers: 4, events: 12 });
  const above = (amount: number) =>
    call("yes-no", ">", property("event", "amount", "number"), literal("number", amount));
  const promises = Array.from({ length: 80 }, (_, i) => ({
    ...firstPromise({ when: [{ event: "ask", if: above(i / 20) }], first: names("call") }),
    name: `promise-${i + 1}`,
  }));
  const long = { ...small, experience: { ...small.experience, promises }, asOf: small.asOf.slice(-1) };
  expect(await agreeOnWorld({ store: ledger.store, engine: judgedRows }, long, new Map())).toBeUndefined();
});

test("a judge that gets a rule wrong disagrees with the engine, and the words say where", async () => {
  const oracle = MUTANTS["does not know what happens at the judged moment"];
  if (oracle === undefined) throw new Error("no such mutant");
  const wrong = { store: ledger.store, engine: judgedRows, oracle };
  let words: string | undefined;
  for (let seed = 1; words === undefined && seed < 20; seed++)
    words = await agreeOn(wrong, seed, { promises: 1, customers: 30, events: 12 }, new Map());
  expect(words).toMatch(/^seed \d+, as of/);
  expect(words).toContain("events:");
  expect(words).toContain("promise-1:");
});

test("counts alone are the counts of the rows", async () => {
  const { store } = ledger;
  for (const seed of [1, 5]) {
    const { experience, events, asOf } = worldOf(seed, sizeOf(seed));
    await prepare(store, experience);
    await load(store, events);
    const clock = await readClock(store, experience);
    for (const { promises, counts, rows } of compileJudging(
      experience,
      experience.promises,
      clock,
      Math.max(...asOf),
    )) {
      const [counted] = await store.rows<Record<string, readonly string[]>>(counts(sql`true`));
      const written = await store.rows<{ readonly place: string; readonly n: string }>(
        sql`select concat(promise, ' ', toString(verdict)) as place, count() as n from (${rows(sql`true`)}) group by place`,
      );
      const found = promises.flatMap(({ name }, i) =>
        VERDICT_WORDS.map((word, w) => [`${name} ${word}`, counted?.[`counts_${i + 1}`]?.[w] ?? "0"] as const),
      );
      expect(Object.fromEntries(found.filter(([, n]) => n !== "0"))).toEqual(
        Object.fromEntries(written.map(({ place, n }) => [place, n])),
      );
    }
  }
});
