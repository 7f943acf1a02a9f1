import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import { readRecord } from "./engine/read-record.ts";
import { openStore } from "./open.ts";

/** The engine of a test ledger, reachable over TCP as a server is. */
let ledger: TestStore;
let door: Server;
const sockets = new Set<Socket>();
beforeAll(async () => {
  ledger = await openTestStore();
  const path = readRecord(ledger.home)?.socket ?? "";
  door = createServer((socket) => {
    const engine = connect(path);
    for (const one of [socket, engine]) sockets.add(one.on("error", () => socket.destroy()));
    socket.pipe(engine).pipe(socket);
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  door.close();
  await ledger.dispose();
});

const portOf = (server: { address(): AddressInfo | string | null }) => {
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
};
const at = (port: number) => ({
  home: "nowhere",
  environment: { KEPT_CLICKHOUSE_URL: `http://ann:very-secret@127.0.0.1:${port}/` },
});

test("a server is used like the engine of our own", async () => {
  const store = await openStore(at(portOf(door)));
  await store.run(sql`CREATE TABLE t ENGINE = MergeTree ORDER BY x AS SELECT number AS x FROM numbers(10)`);
  expect(await store.rows(sql`SELECT sum(x) AS n FROM t`)).toEqual([{ n: "45" }]);
  expect(await ledger.store.rows(sql`SELECT sum(x) AS n FROM t`)).toEqual([{ n: "45" }]);
  await store.close();
});

test("a server that is not there is named without the password", async () => {
  const gone = createServer().listen(0, "127.0.0.1");
  await once(gone, "listening");
  const port = portOf(gone);
  gone.close();
  const trouble: unknown = await openStore(at(port)).catch((thrown) => thrown);
  expect(trouble).toMatchObject({
    code: "server-unreachable",
    message: `ClickHouse at http://127.0.0.1:${port} does not answer (ECONNREFUSED).`,
  });
  expect(everything(trouble)).not.toContain("very-secret");
});

test("a refused password is said, and not told", async () => {
  const strict = createHttpServer((_request, response) => {
    response.writeHead(403, { "X-ClickHouse-Exception-Code": "516" });
    response.end(
      "Code: 516. DB::Exception: ann: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)",
    );
  }).listen(0, "127.0.0.1");
  await once(strict, "listening");
  const trouble: unknown = await openStore(at(portOf(strict))).catch((thrown) => thrown);
  expect(trouble).toMatchObject({ code: "server-refused", message: expect.stringContaining("KEPT_CLICKHOUSE_URL") });
  expect(everything(trouble)).not.toContain("very-secret");
  strict.closeAllConnections();
  strict.close();
});

test("something else than ClickHouse is not taken for it", async () => {
  const web = createHttpServer((_request, response) => response.writeHead(404).end("<html>Not found</html>"));
  await once(web.listen(0, "127.0.0.1"), "listening");
  await expect(openStore(at(portOf(web)))).rejects.toMatchObject({ code: "server-unreachable" });
  web.closeAllConnections();
  web.close();
});

/** An error with all that hangs on it. */
const everything = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.stack} ${everything(thrown.cause)}` : (JSON.stringify(thrown) ?? "");
