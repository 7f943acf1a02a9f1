import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/sql/sql.ts";
import { openStore } from "../../src/storage/open.ts";
import { packageRoot } from "../../src/storage/package.ts";
import type { Store } from "../../src/storage/store.ts";
import { engineEnd } from "../ledger.ts";
import { expectRefused, folderWith, kept, remove } from "./kept.ts";

const GOOD =
  "customer,event,time,order_id\nanna,order.placed,2026-03-02 18:20,1001\nanna,order.delivered,2026-03-05 11:05,1001\n";
const alone = { ...process.env, KEPT_ENGINE_LINGER: "0" };

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = folderWith({
    "good.csv": GOOD,
    "torn.csv": 'customer,event,time\nben,"order.placed,2026-03-02\ncleo,order.placed,2026-03-02\n',
    "noise.parquet": randomBytes(5000),
    "soon.csv": "customer,event,time\nben,order.placed,soon\n",
    "a-file": "",
  });
  store = await openStore({ home: join(folder, ".kept"), environment: alone });
  await kept(folder, ["init"]);
  await kept(folder, ["import", "good.csv"]);
});
afterAll(async () => {
  await store?.close();
  await engineEnd(join(folder, ".kept"));
  remove(folder);
});
const run = (...args: string[]) => kept(folder, args);
const contents = (of: Store) =>
  of.rows(
    sql`select count() as events, groupBitXor(cityHash64(customer, name, at, id, properties)) as sum from events`,
  );

test.each<[of: string, args: string[], words: RegExp, code?: number]>([
  ["a missing file", ["import", "missing.csv"], /missing\.csv/],
  ["random bytes for Parquet", ["import", "noise.parquet"], /noise\.parquet .*Parquet/],
  ["a torn quote, also beside a good file", ["import", "good.csv", "torn.csv"], /torn\.csv .*quote.*line 2/],
  ["a time that is no time, where that is an error", ["import", "soon.csv", "--strict"], /soon\.csv/],
  ["a time zone that does not exist", ["import", "good.csv", "--timezone", "Mars/Olympus"], /"Mars\/Olympus"/],
  ["a column that is not there", ["import", "good.csv", "--customer", "who"], /"who"/],
  ["an experience file that is not there", ["report", "--experience", "none.yaml"], /none\.yaml.*kept init/],
  ["a promise that nobody made", ["promise", "delivered-in-six-days"], /nearest are delivered-in-five-days/],
  ["a promise that nobody made, to be compiled", ["compile", "x"], /There is no promise "x"/],
  ["a customer whom nobody knows", ["customer", "zoe"], /nobody called zoe/, 1],
  ["a person to export whom nobody knows", ["export", "zoe"], /nobody called zoe/, 1],
  ["a person to forget whom nobody knows", ["forget", "zoe"], /nobody called zoe/, 1],
  ["a moment that is none", ["report", "--as-of", "2026-02-30"], /"2026-02-30" is no moment/],
  ["a share that is none", ["report", "--fail-below", "often"], /"often" is no share/],
  ["a number that is none", ["demo", "--customers", "many"], /--customers takes a whole number/],
  ["a template that is none", ["init", "castle", "--force"], /no template "castle".*minimal/],
  ["a home that is a file", ["report", "--home", "a-file"], /a-file is no folder.*--home/],
  ["a home below a file", ["import", "good.csv", "--home", "a-file/below"], /no folder.*--home/],
  [
    "a report for a place that is not there",
    ["report", "--html", "nowhere/report.html"],
    /nowhere\/report\.html.*--html/,
  ],
])("%s is refused in one sentence, and the ledger stays as it was", async (_, args, words, code) => {
  const before = await contents(store);
  expectRefused(await run(...args), words, code);
  expect(await contents(store)).toEqual(before);
  expect(readdirSync(folder).filter((file) => file.includes("unfinished"))).toEqual([]);
});

test.each([
  [["guess"], /unknown command 'guess'/],
  [["report", "--jsn"], /unknown option '--jsn'.*--json/s],
  [["promise"], /missing required argument 'name'/],
  [["import", "good.csv", "--dates", "sideways"], /--dates.*day-first, month-first/],
  [[], /Usage: kept/],
])("what the program does not know is refused with 2 and a way to help: %j", async (args, words) => {
  const { code, out, err } = await run(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(words);
  expect(err).toContain("--help");
  expect(err).not.toContain("    at ");
});

test("help is no error", async () => {
  for (const args of [["--help"], ["report", "--help"], ["help", "import"]])
    expect(await run(...args)).toMatchObject({ code: 0, err: "", out: expect.stringContaining("Usage: kept") });
  expect(await run("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test("an experience with faults gets all of them, and nothing is judged or imported", async () => {
  const faulty = readFileSync(join(folder, "experience.yaml"), "utf8")
    .replace("Europe/Helsinki ", "Mars/Olympus ")
    .replace("then: order.delivered", "then: order.deliverd");
  writeFileSync(join(folder, "faulty.yaml"), faulty);
  const before = [await contents(store), await store.rows(sql`select * from judgements order by number`)];
  for (const args of [
    ["report"],
    ["report", "--json"],
    ["import", "good.csv"],
    ["promise", "worth-keeping"],
    ["customer", "anna"],
  ]) {
    const { code, out, err } = await run(...args, "--experience", "faulty.yaml");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("Mars/Olympus");
    expect(err).toContain("order.deliverd");
    expect(err).toMatch(/did you mean.*order\.delivered/i);
    expect(err).toMatch(/\nkept: faulty\.yaml has 2 faults: nothing was done\.\n$/);
  }
  expect([await contents(store), await store.rows(sql`select * from judgements order by number`)]).toEqual(before);
  const checked = await run("check", "faulty.yaml", "--json");
  expect(checked).toMatchObject({ code: 1, err: "" });
  expect(JSON.parse(checked.out)).toHaveLength(2);
});

test("a ledger that another process holds is left alone, and the process is named", async () => {
  const home = join(folder, "held");
  mkdirSync(join(home, "clickhouse"), { recursive: true });
  const script = `
    import { Session } from "chdb";
    new Session(${JSON.stringify(join(home, "clickhouse"))});
    process.stdout.write("open");
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: packageRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await once(holder.stdout, "data");
    expectRefused(await run("report", "--home", "held"), new RegExp(`process ${holder.pid}\\b`));
  } finally {
    holder.kill("SIGKILL");
    await once(holder, "close");
  }
});

/** A disk of 40 MB. Only root may make one; others skip this test. */
const disk = mkdtempSync(join(tmpdir(), "kept-disk-"));
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=40m", "tmpfs", disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
});

test.skipIf(!mounted)(
  "a disk that fills up during an import: the ledger stays as it was, and with room it is done",
  async () => {
    const home = join(disk, "home");
    const rows = Array.from(
      { length: 40_000 },
      (_, i) => `c${i},order.placed,2026-03-02 18:20,${randomBytes(150).toString("hex")}`,
    );
    writeFileSync(join(folder, "large.csv"), `customer,event,time,order_id\n${rows.join("\n")}\n`);
    expect(await run("import", "good.csv", "--home", home)).toMatchObject({ code: 0 });
    await engineEnd(home);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, "fill"), Buffer.alloc(Math.max(0, bavail * bsize - 4_000_000)));
    expectRefused(await run("import", "large.csv", "--home", home), /No space is left.*make room/);
    await engineEnd(home);
    rmSync(join(disk, "fill"));
    const after = await openStore({ home, environment: alone });
    expect(await contents(after)).toEqual(await contents(store));
    await after.close();
    await engineEnd(home);
  },
);
