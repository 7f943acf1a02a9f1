import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore, until } from "../../test/ledger.ts";
import { openTestState, type TestState } from "../../test/state.ts";
import { type House, houseOf } from "../house.ts";
import type { Experience } from "../language/experience.ts";
import { checkExperienceFile } from "../language/read-file.ts";
import { noteBatch } from "../ledger/batches.ts";
import { judge } from "../promises/judge.ts";
import { moment, natural, sql, text } from "../sql/sql.ts";
import { type Judging, type Round, startJudging } from "./judging.ts";

let ledger: TestStore;
let state: TestState;
let house: House;
/** Time goes on when a test says so: a busy machine would let it run out before anybody looked. */
let clock = Date.now();
beforeAll(async () => {
  [ledger, state] = [await openTestStore(), await openTestState()];
  house = houseOf(ledger.home, ledger.store, state.state, () => clock);
});
afterAll(async () => {
  await ledger.dispose();
  await state.dispose();
});

test("verdicts change when something happens, and when something does not happen in time", async () => {
  const experience = read("answered: { says: You answer, when: ask, then: answer, expected: 3 seconds }");
  const rounds: Round[] = [];
  const judging = start(experience, rounds);
  try {
    await until(() => rounds.length > 0);
    await happened(1n, [
      ["ann", "ask"],
      ["bob", "ask"],
    ]);
    judging.wake();
    await until(async () => (await verdicts()) === "ann open, bob open");
    await happened(2n, [["ann", "answer"]]);
    judging.wake();
    await until(async () => (await verdicts()) === "ann kept, bob open");
    clock += 4000;
    await until(async () => (await verdicts()) === "ann kept, bob missed");
    expect(await changes()).toEqual(["ann none→open", "ann open→kept", "bob none→open", "bob open→missed"]);
  } finally {
    await judging.stop();
  }
});

test("of two servers one judges, the other when the first has stopped, and nobody else in between", async () => {
  const experience = read("answered: { says: You answer, when: ask, then: answer, expected: 3 seconds }");
  const [some, others]: [Round[], Round[]] = [[], []];
  const first = start(experience, some);
  await until(() => first.standing.judges && some.length > 0);
  const second = start(experience, others);
  await until(() => some.length > 3);
  expect(others).toEqual([]);
  expect(await judge(ledger.store, experience, 0)).toMatchObject({ judged: "nothing" });
  const other = read("thanked: { says: We thank you, when: answer, then: thank, expected: 3 seconds }");
  await expect(judge(ledger.store, other, clock)).rejects.toMatchObject({ code: "kept-by-server" });
  await first.stop();
  await until(() => others.length > 0);
  await second.stop();
  expect(await judge(ledger.store, other, clock)).toMatchObject({ judged: "all" });
});

test("a round that fails is told, and the next goes on", async () => {
  const experience = read("answered: { says: You answer, when: ask, then: answer, expected: 3 seconds }");
  const [rounds, troubles]: [Round[], unknown[]] = [[], []];
  let failing = true;
  const judging = startJudging(house, {
    experience: async () => {
      if (failing) throw new Error("no file");
      return experience;
    },
    onRound: (round) => rounds.push(round),
    onTrouble: (thrown) => troubles.push(thrown),
  });
  await until(() => troubles.length > 0);
  failing = false;
  await until(() => rounds.length > 0);
  await judging.stop();
});

function start(experience: Experience, rounds: Round[]): Judging {
  return startJudging(house, {
    experience: async () => experience,
    onRound: (round) => rounds.push(round),
    onTrouble: (thrown) => {
      throw thrown;
    },
  });
}

function read(promise: string): Experience {
  const folder = mkdtempSync(join(tmpdir(), "kept-judging-"));
  const file = join(folder, "experience.yaml");
  writeFileSync(
    file,
    `kept: 1\nname: Answers\ntimezone: UTC\nevents: { ask: {}, answer: {}, thank: {} }\npromises:\n  ${promise}\n`,
  );
  const { experience, diagnostics } = checkExperienceFile(file);
  rmSync(folder, { recursive: true });
  if (experience === undefined) throw new Error(JSON.stringify(diagnostics));
  return experience;
}

async function happened(batch: bigint, events: readonly (readonly [customer: string, name: string])[]): Promise<void> {
  for (const [customer, name] of events)
    await ledger.store.run(sql`insert into events (customer, name, at, received, source, id, batch, properties)
      select ${text(customer)}, ${text(name)}, ${moment(clock)}, ${moment(clock)}, 'test', ${text(`${batch}${customer}`)}, ${natural(batch)}, '{}'`);
  await noteBatch(ledger.store, {
    batch,
    source: "test",
    begun: 0,
    finished: 1,
    rows: events.length,
    duplicates: 0,
    rejected: 0,
  });
}

async function verdicts(): Promise<string> {
  const [row] = await ledger.store.rows<{ said: string }>(
    sql`select arrayStringConcat(arraySort(groupArray(concat(customer, ' ', toString(verdict)))), ', ') as said
      from verdicts join (select distinct customer, customer_key from events) as known using customer_key`,
  );
  return row?.said ?? "";
}

async function changes(): Promise<readonly string[]> {
  const rows = await ledger.store.rows<{ said: string }>(
    sql`select concat(customer, ' ', toString(before), '→', toString(after)) as said
      from changes join (select distinct customer, customer_key from events) as known using customer_key order by customer, number`,
  );
  return rows.map(({ said }) => said);
}
