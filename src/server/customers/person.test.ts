import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql as state } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../../../test/server.ts";
import { erasedFile, hashOfCustomer } from "../../person.ts";
import { sql, text } from "../../sql/sql.ts";

let server: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await openTestServer();
  headers = await server.token("owner");
});
afterAll(() => server.dispose());

async function fill(customer: string) {
  const {
    store,
    state: { db },
  } = server.rooms.house;
  await store.run(sql`INSERT INTO events (customer, name, at, id, properties)
    SELECT ${text(customer)}, 'order.placed', 1000 * number, concat(${text(customer)}, toString(number)), '{"size":"L"}' FROM numbers(3)`);
  const [row] = await store.rows<{ readonly key: string }>(sql`SELECT toString(cityHash64(${text(customer)})) AS key`);
  const news = {
    at: new Date(0),
    kind: "promise.broken",
    data: JSON.stringify({ customer }),
    customer_key: row?.key ?? "",
  };
  await db.insertInto("news").values(news).execute();
}
const newsAbout = async (customer: string) =>
  (
    await state<{ n: string }>`SELECT count(*) AS n FROM news WHERE data->>'customer' = ${customer}`.execute(
      server.rooms.house.state.db,
    )
  ).rows[0]?.n;

test("hands over what both engines know of a person, a JSON object a line", async () => {
  await fill("anna/ä 1");
  const answer = await server.app.inject({ url: `/api/customers/${encodeURIComponent("anna/ä 1")}/export`, headers });
  expect(answer.statusCode).toBe(200);
  const lines = answer.body
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ kind }) => kind === "event")).toHaveLength(3);
  expect(lines.filter(({ kind }) => kind === "promise.broken")).toMatchObject([{ data: { customer: "anna/ä 1" } }]);
});

test("erases a person from both engines, others stay, and the log does not name them", async () => {
  await fill("bob");
  await fill("carl");
  const answer = await server.app.inject({ method: "DELETE", url: "/api/customers/bob", headers });
  expect(answer.json()).toEqual({ events: 3, derived: 1, in_backups_until: null });
  expect([await newsAbout("bob"), await newsAbout("carl")]).toEqual(["0", "1"]);
  expect((await server.app.inject({ url: "/api/customers/bob/export", headers })).statusCode).toBe(404);
  expect((await server.app.inject({ url: "/api/customers/carl/export", headers })).statusCode).toBe(200);
  const log = (await server.app.inject({ url: "/api/audit", headers })).json().entries;
  const deed = { action: "customer.erased", subject: hashOfCustomer("bob"), details: { events: 3, derived: 1 } };
  expect(log).toContainEqual(expect.objectContaining(deed));
  expect(readFileSync(erasedFile(server.home), "utf8")).toContain(hashOfCustomer("bob"));
  expect((await server.app.inject({ method: "DELETE", url: "/api/customers/bob", headers })).statusCode).toBe(404);
});

test("says until when backups may hold them", async () => {
  await fill("dora");
  const ends = new Date(Date.now() + 86_400_000);
  const backup = { name: "b", made_at: new Date(), expires_at: ends };
  await server.rooms.house.state.db.insertInto("backups").values(backup).execute();
  const answer = await server.app.inject({ method: "DELETE", url: "/api/customers/dora", headers });
  expect(answer.json()).toMatchObject({ in_backups_until: ends.toISOString() });
});

test("every table that holds customers' rows is found by its column", async () => {
  const { db } = server.rooms.house.state;
  const { rows } = await state<{ table: string }>`SELECT DISTINCT table_name AS table FROM information_schema.columns
    WHERE table_schema = 'public' AND (column_name LIKE '%customer%' OR column_name LIKE '%person%')
      AND column_name NOT IN ('customer', 'customer_key')`.execute(db);
  expect(rows).toEqual([]);
  expect(readFileSync(join(server.home, "postgres.log"), "utf8")).not.toContain("dora");
});
