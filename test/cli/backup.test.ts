import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeBackup } from "../../src/backup.ts";
import { OPERATOR } from "../../src/people/audit.ts";
import { erasePerson } from "../../src/person.ts";
import { sql } from "../../src/sql/sql.ts";
import { openState } from "../../src/storage/postgres/open.ts";
import { openTestServer, type TestServer } from "../server.ts";
import { expectRefused, folderWith, kept, remove } from "./kept.ts";

const DAY = 86_400_000;
const folder = folderWith();
chmodSync(folder, 0o755);
const backups = join(folder, "backups");
let server: TestServer;
let made: string;
let person: { readonly id: string; readonly headers: Readonly<Record<string, string>> };
beforeAll(async () => {
  server = await openTestServer();
  person = await server.person("owner");
  await server.rooms.house.store.run(sql`INSERT INTO events (customer, name, at, id, properties)
    SELECT concat('c', toString(number % 10)), 'order.placed', 1000 * number, toString(number), '{}' FROM numbers(1000)`);
  for (let i = 0; i < 3; i++) await addNews(server);
  const backup = await makeBackup(server.rooms.house, {
    folder: backups,
    at: Date.now(),
    keepDays: 30,
    stateOnly: false,
  });
  made = backup.folder;
});
afterAll(async () => {
  await server.dispose();
  remove(folder);
});

const addNews = ({ rooms }: TestServer) =>
  rooms.house.state.db
    .insertInto("news")
    .values({
      at: new Date(0),
      kind: "k",
      data: JSON.stringify({ words: "a line\u2028and another" }),
      customer_key: null,
    })
    .execute();
const home = (name: string) => join(folder, name);
const restore = (name: string, ...args: string[]) => kept(folder, ["restore", made, "--home", home(name), ...args]);

test("a backup holds both engines, for the user alone, with what each file must be", () => {
  const manifest = JSON.parse(readFileSync(join(made, "manifest.json"), "utf8"));
  expect(Object.keys(manifest.files).sort()).toEqual(["ledger.tar", "marks.tar", "state.jsonl.gz"]);
  expect(Date.parse(manifest.expires) - Date.parse(manifest.made)).toBe(30 * DAY);
});

test("restored into an empty home, everything is as it was, and the log is whole", async () => {
  const ran = await restore("again");
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toContain("Who was erased since then is back");
  expect(
    JSON.parse((await kept(folder, ["customer", "c3", "--home", home("again"), "--json"])).out || "{}"),
  ).toBeDefined();
  const there = await kept(folder, ["doctor", "--home", home("again")]);
  expect(there.out).toContain("1,000 from");
  const state = await openState({ home: home("again"), environment: {} });
  const users = await state.db.selectFrom("users").select(["id", "role"]).execute();
  expect(users).toEqual([{ id: person.id, role: "owner" }]);
  const { brokenAudit, readAudit } = await import("../../src/people/audit.ts");
  expect(await brokenAudit(state)).toEqual([]);
  expect((await readAudit(state, 10)).length).toBeGreaterThan(0);
  const added = { at: new Date(0), kind: "k", data: "{}", customer_key: null };
  expect(await state.db.insertInto("news").values(added).returning("number").execute()).toEqual([{ number: "4" }]);
  await expect(state.db.deleteFrom("audit").execute()).rejects.toThrow("permission denied");
  await state.close();
});

test("a home that holds something is left as it is", async () => {
  expectRefused(await restore("again"), /already; name an empty/);
});

test("who was erased after the backup is erased again by the file of the lost home", async () => {
  const erased = await erasePerson(server.rooms.house, "c7", Date.now(), OPERATOR);
  expect(erased.events).toBe(100);
  expect(erased.inBackupsUntil).toBeGreaterThan(Date.now() + 29 * DAY);
  const ran = await restore("without", "--erased", join(server.home, "erased.jsonl"));
  expect(ran.out).toContain("Erased again: 1 person.");
  const there = await kept(folder, ["doctor", "--home", home("without")]);
  expect(there.out).toContain("900 from");
});

test("a file that is not as it was written is found out before anything is done", async () => {
  const torn = join(folder, "torn");
  cpSync(made, torn, { recursive: true });
  const bytes = readFileSync(join(torn, "ledger.tar"));
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  writeFileSync(join(torn, "ledger.tar"), bytes);
  const ran = await kept(folder, ["restore", torn, "--home", home("never")]);
  expectRefused(ran, /ledger\.tar is not as it was written/);
  expect(existsSync(home("never"))).toBe(false);
  expectRefused(await kept(folder, ["restore", folder, "--home", home("never")]), /no backup of Kept/);
});

test("expired backups are taken away by the next one, and nothing else", async () => {
  const { house } = server.rooms;
  mkdirSync(join(backups, "kept-20200101T000000Z"));
  mkdirSync(join(backups, "mine"));
  const later = await makeBackup(house, { folder: backups, at: Date.now() + 31 * DAY, keepDays: 1, stateOnly: true });
  expect(later.removed).toEqual([made.slice(backups.length + 1)]);
  expect(existsSync(join(backups, "kept-20200101T000000Z"))).toBe(true);
  expect(existsSync(join(backups, "mine"))).toBe(true);
});

test("while a backup is made nobody is erased", async () => {
  const { house } = server.rooms;
  const outcome = await house.state.withLock("backup", () =>
    erasePerson(house, "c1", Date.now(), OPERATOR).catch((thrown: { readonly code: string }) => thrown.code),
  );
  expect(outcome).toBe("backup-runs");
});
