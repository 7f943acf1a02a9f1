// Connections are cut in the middle of a question or of its answer: senders to the server, the server to both engines.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readRecord } from "../../dist/storage/engine/read-record.js";
import { openStore } from "../../dist/storage/open.js";
import { openState } from "../../dist/storage/postgres/open.js";
import { goesOn, removeHome } from "../under-load.mjs";
import { cuttingProxy } from "./cutting-proxy.mjs";

export const torn = {
  name: "torn connections",
  async prepare() {
    const engines = mkdtempSync(join(tmpdir(), "kept-engines-"));
    // Kept's own engines, which the server takes for somebody's on the network.
    const [store, state] = [await openStore({ home: engines }), await openState({ home: engines, environment: {} })];
    const postgres = await cuttingProxy({ path: join(state.pool.options.host, ".s.PGSQL.5432") }, 0.05);
    const clickhouse = await cuttingProxy({ path: readRecord(engines).socket }, 0.1);
    const env = {
      KEPT_CLICKHOUSE_URL: `http://127.0.0.1:${clickhouse.port}/`,
      KEPT_POSTGRES_URL: `postgres://kept@127.0.0.1:${postgres.port}/kept`,
      KEPT_POSTGRES_OWNER_URL: `postgres://postgres@127.0.0.1:${postgres.port}/kept`,
    };
    let senders;
    return {
      env,
      engines,
      between: async (port) => {
        senders = await cuttingProxy({ port, host: "127.0.0.1" }, 0.1);
        return senders.port;
      },
      proxies: () => ({ senders, clickhouse, postgres }),
      async clear() {
        await Promise.all([senders, postgres, clickhouse].map((proxy) => proxy?.close()));
        await store.close();
        await state.close();
        await removeHome(engines);
      },
    };
  },
  async trouble({ load, kills, tell, proxies }) {
    const rounds = Math.max(3, Math.round(kills / 3));
    const all = proxies();
    for (let i = 0; i < rounds; i++) {
      const [name, proxy] = Object.entries(all)[i % 3];
      const back = goesOn(load, `connections to ${name} were cut`);
      proxy.cutting = true;
      await sleep(1500);
      proxy.cutting = false;
      tell(`${i + 1}/${rounds} connections of ${name} cut, on after ${((await back()) / 1000).toFixed(1)} s`);
    }
    const cuts = Object.entries(all).map(([name, { cuts }]) => [name, cuts.asking, cuts.answering]);
    const words = cuts
      .map(([name, asking, answering]) => `${name} ${asking} asking, ${answering} answering`)
      .join("; ");
    return { times: cuts.reduce((sum, [, asking, answering]) => sum + asking + answering, 0), words };
  },
};
