import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoAsOf, makeDemo } from "../../src/demo/make.ts";
import { measureGaps } from "../../src/gaps/measure.ts";
import type { Experience } from "../../src/language/experience.ts";
import { checkExperienceFile } from "../../src/language/read-file.ts";
import { syncColumns } from "../../src/ledger/columns.ts";
import { forgetCustomer } from "../../src/ledger/forget.ts";
import { openIntake } from "../../src/ledger/intake/intake.ts";
import { customerOf, readPerson } from "../../src/ledger/links/read.ts";
import { settleLinks } from "../../src/ledger/links/settle.ts";
import { customerStory } from "../../src/ledger/story.ts";
import { readClock } from "../../src/promises/clock.ts";
import { compileJudging } from "../../src/promises/compile.ts";
import { judge } from "../../src/promises/judge.ts";
import { JUDGING } from "../../src/promises/judging.ts";
import { name, type Sql, sql, text } from "../../src/sql/sql.ts";
import { openStore } from "../../src/storage/open.ts";
import { onEachShard } from "../../src/storage/shards.ts";
import type { Store } from "../../src/storage/store.ts";
import { measureCosts } from "../../src/value/cost/measure.ts";
import { measureDrivers } from "../../src/value/drivers/measure.ts";
import { openTestStore, type TestStore } from "../ledger.ts";
import { openServers, type Servers, whyNot } from "./two-servers.ts";

// One year of the demo's shop, kept by one engine and by the shards of a cluster: nothing may tell the two apart. Two
// servers of our own, or the cluster of KEPT_CLICKHOUSE_URL and KEPT_CLICKHOUSE_CLUSTER, whose ledger must be empty.

const reason = process.env["KEPT_CLICKHOUSE_CLUSTER"] ? undefined : whyNot();
const EVENING = demoAsOf - 30 * 86_400_000;

describe.skipIf(reason !== undefined)(`a ledger on a cluster${reason === undefined ? "" : ` (${reason})`}`, () => {
  let servers: Servers;
  let plain: TestStore;
  let store: Store;
  const open = () => openStore({ home: plain.home, environment: servers.environment });

  beforeAll(async () => {
    plain = await openTestStore();
    servers = await openServers();
    store = await open();
    const [row] = await store.rows<{ events: string }>(sql`select count() as events from events`);
    if (row?.events !== "0") throw new Error("the ledger of the cluster holds events, which these tests would spoil");
    for (const one of [plain.store, store]) {
      await makeDemo(one, { customers: 300 });
      await syncColumns(one, experience());
    }
  });
  afterAll(async () => {
    await store?.close();
    await servers?.dispose();
    await plain?.dispose();
  });

  test("every server has every migration once, also when the ledger is opened again", async () => {
    await (await open()).close();
    const applied = (one: Store) => one.rows(sql`select number, checksum from migrations order by number`);
    const shards = await onEachShard(store, applied);
    expect(shards.length).toBeGreaterThan(1);
    for (const shard of shards) expect(shard).toEqual(await applied(plain.store));
  });

  test("a customer's events lie on one shard, and every shard has customers", async () => {
    const rows = await store.rows<{ shards: number; most: number; events: string }>(
      sql`select toUInt32(uniqExact(shard)) as shards, toUInt32(max(here)) as most, toString(sum(events)) as events
        from (select any(_shard_num) as shard, uniqExact(_shard_num) as here, count() as events from events group by customer)`,
    );
    const [all] = await plain.store.rows<{ n: string }>(sql`select toString(count()) as n from events`);
    expect(rows).toEqual([{ shards: store.cluster?.shards.length, most: 1, events: all?.n }]);
  });

  test("verdicts are those of one server: of everybody, and of those whom anything touched", async () => {
    for (const [asOf, judged] of [
      [EVENING, "all"],
      [EVENING, "nothing"],
      [demoAsOf, "touched"],
    ] as const) {
      expect(await judge(store, experience(), asOf)).toMatchObject({ judged });
      await judge(plain.store, experience(), asOf);
      expect(await contents(store, VERDICTS)).toEqual(await contents(plain.store, VERDICTS));
      expect(await contents(store, CHANGES)).toEqual(await contents(plain.store, CHANGES));
    }
    expect((await contents(store, VERDICTS)).length).toBeGreaterThan(1000);
    const lost = sql`select count() as n from verdicts where customer_key not in (select customer_key from events)`;
    for (const shard of await onEachShard(store, (one) => one.rows(lost))) expect(shard).toEqual([{ n: "0" }]);
  });

  test("gaps, costs and what moves the felt score are those of one server", async () => {
    const told = async (one: Store) => [
      await measureGaps(one, experience(), demoAsOf, { journeys: [], legs: new Map() }),
      await measureCosts(one, experience(), demoAsOf),
      await measureDrivers(one, experience(), demoAsOf),
    ];
    expect(rounded(await told(store))).toEqual(rounded(await told(plain.store)));
  });

  test("what would need rows of two shards is refused, and no judging does", async () => {
    const deny = { distributed_product_mode: "deny" };
    const across = sql`select count() from events where id_key in (select id_key from events)`;
    await expect(store.rows(across, deny)).rejects.toMatchObject({ code: "query-failed" });
    for (const gallery of ["laundry", "bench", "help-desk", "webshop", "whole-language", "minimal"]) {
      const own = experience(gallery);
      await syncColumns(store, own);
      for (const query of compileJudging(own, own.promises, await readClock(store, own), demoAsOf))
        for (const statement of [query.rows(sql`true`), query.counts(sql`true`)])
          await store.rows(sql`select count() from (${statement})`, { ...JUDGING, ...deny });
    }
  });

  test("events that are taken in twice are there once, and a link brings them to the shard of their customer", async () => {
    const [from, to] = await strangers();
    const intake = await openIntake(store, { now: () => demoAsOf });
    const event = { customer: from, name: "seen", at: demoAsOf, id: "seen 1", properties: "{}" };
    const reading = { kind: "taken", event, link: undefined } as const;
    const take = (link?: { knownAs: string; customer: string }) =>
      intake.take({
        source: "t",
        door: "track",
        received: demoAsOf,
        readings: [link ? { ...reading, link } : reading],
      });
    expect([await take(), await take()]).toMatchObject([{ duplicates: 0 }, { duplicates: 1 }]);
    expect(await seen()).toEqual([{ customer: from, known_as: "", shard: await shardOf(from) }]);
    await take({ knownAs: from, customer: to });
    expect(await settleLinks(store, () => demoAsOf)).toMatchObject({ moved: 1 });
    expect(await seen()).toEqual([{ customer: to, known_as: from, shard: await shardOf(to) }]);
    expect((await customerStory(store, await customerOf(store, from))).map(({ id }) => id)).toEqual(["seen 1"]);
    await intake.turn({ knownAs: from, customer: to }, { undo: true, source: "t" });
    await settleLinks(store, () => demoAsOf);
    expect(await seen()).toEqual([{ customer: from, known_as: "", shard: await shardOf(from) }]);
    await intake.close();
  });

  test("of a person who is forgotten no row is left on any shard", async () => {
    const [one, other] = await twoShards();
    const intake = await openIntake(store, { now: () => demoAsOf });
    const event = { customer: one, name: "gone", at: demoAsOf, id: "gone 1", properties: "{}" };
    const link = { knownAs: one, customer: other };
    await intake.take({ source: "t", door: "track", received: demoAsOf, readings: [{ kind: "taken", event, link }] });
    await intake.close();
    await judge(store, experience(), demoAsOf);
    expect((await readPerson(store, one)).ids).toEqual([other, one]);
    expect((await forgetCustomer(store, one)).events).toBeGreaterThan(0);
    for (const table of ["events", "verdicts", "changes", "touched", "awaited", "moved", "dead_letters"])
      for (const key of [one, other]) {
        const theirs = sql`select count() as n from ${name(table)} where customer_key = cityHash64(${text(key)})`;
        const left = [await store.rows(theirs), ...(await onEachShard(store, (shard) => shard.rows(theirs)))];
        for (const rows of left) expect(rows).toEqual([{ n: "0" }]);
      }
    expect((await readPerson(store, one)).links).toEqual([]);
  });

  test("a cluster that the servers do not know is named", async () => {
    const environment = { ...servers.environment, KEPT_CLICKHOUSE_CLUSTER: "nowhere" };
    await expect(openStore({ home: plain.home, environment })).rejects.toMatchObject({ code: "no-cluster" });
  });

  const seen = () =>
    store.rows(sql`select customer, known_as, toUInt32(_shard_num) as shard from events where name = 'seen'`);

  async function shardOf(customer: string): Promise<number> {
    const [row] = await store.rows<{ shard: number }>(
      sql`select toUInt32(1 + cityHash64(${text(customer)}) % (select count(distinct shard_num) from system.clusters
        where cluster = ${text(servers.environment["KEPT_CLICKHOUSE_CLUSTER"] ?? "")})) as shard`,
    );
    return row?.shard ?? 0;
  }

  /** Two ids that nobody has yet, whose events would lie on different shards. */
  async function strangers(): Promise<readonly [string, string]> {
    const one = "stranger 0";
    for (let i = 1; i < 1000; i++)
      if ((await shardOf(`stranger ${i}`)) !== (await shardOf(one))) return [one, `stranger ${i}`];
    throw new Error("all ids lie on one shard");
  }

  /** Two customers of the demo who lie on different shards. */
  async function twoShards(): Promise<readonly [string, string]> {
    const rows = await store.rows<{ customer: string }>(
      sql`select min(customer) as customer from events where name != 'seen' group by _shard_num order by _shard_num limit 2`,
    );
    const [one, other] = rows;
    if (one === undefined || other === undefined) throw new Error("all events lie on one shard");
    return [one.customer, other.customer];
  }
});

function experience(gallery = "laundry"): Experience {
  const read = checkExperienceFile(`experiences/${gallery}/experience.yaml`).experience;
  if (read === undefined) throw new Error(`the experience of ${gallery} has faults`);
  return read;
}

const VERDICTS = sql`select * from verdicts order by all`;
const CHANGES = sql`select * except number from changes order by all`;
const contents = (store: Store, of: Sql) => store.rows(of);

/** Sums of floats in another order differ in their last digits. */
const rounded = (told: unknown): unknown =>
  JSON.parse(
    JSON.stringify(told, (_key, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(9)) : value)),
  );
