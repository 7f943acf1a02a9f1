import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { Readable } from "node:stream";
import { type ClickHouseClient, drainStream, type ExecParams } from "@clickhouse/client";
import { print } from "../sql/print.ts";
import type { Sql } from "../sql/sql.ts";
import { formOf } from "./form.ts";
import { watchProgress } from "./progress.ts";
import type { Settings, Store } from "./store.ts";
import { troubleOf } from "./trouble.ts";
import type { Way } from "./way.ts";

/** The Store, spoken over the ClickHouse HTTP interface. Closing it ends what still runs. */
export function storeOver(client: ClickHouseClient, way: Pick<Way, "place" | "engine" | "release">): Store {
  const closing = new AbortController();
  // Every statement that runs listens to it.
  setMaxListeners(0, closing.signal);
  const ask = (query: Sql, settings: Settings) =>
    client.query({
      ...print(query),
      format: "JSONEachRow",
      clickhouse_settings: { ...settings },
      abort_signal: closing.signal,
      use_multipart_params_auto: true,
    });

  async function* stream<Row>(query: Sql, settings: Settings = {}): AsyncGenerator<readonly Row[]> {
    try {
      const result = await ask(query, settings);
      for await (const rows of result.stream<Row>()) yield rows.map((row) => row.json<Row>());
    } catch (thrown) {
      throw troubleOf(thrown, query, way, closing.signal.aborted);
    }
  }

  return {
    stream,
    async rows<Row>(query: Sql, settings: Settings = {}) {
      try {
        const result = await ask(query, { ...settings, ...AT_ONCE });
        return await result.json<Row>();
      } catch (thrown) {
        throw troubleOf(thrown, query, way, closing.signal.aborted);
      }
    },
    async run(statement, settings = {}, progress) {
      const id = randomUUID();
      const printed = print(statement);
      const form = formOf(printed);
      const watch = progress && watchProgress(client, id, progress);
      try {
        const how = {
          query_id: id,
          clickhouse_settings: { ...settings, wait_end_of_query: 1 as const },
          abort_signal: closing.signal,
        };
        const { summary } = await (form === undefined
          ? client.command({ ...printed, ...how })
          : execute(client, { query: "", ...form, ...how }));
        return { written: Number(summary?.written_rows ?? 0) };
      } catch (thrown) {
        throw troubleOf(thrown, statement, way, closing.signal.aborted);
      } finally {
        await watch?.end();
      }
    },
    async insert(into, format, data, settings = {}) {
      const { query, query_params } = print(into);
      try {
        const { summary } = await execute(client, {
          query: `${query} FORMAT ${format}`,
          query_params: { ...query_params },
          values: Readable.from(data, { objectMode: false }),
          clickhouse_settings: { ...settings },
          abort_signal: closing.signal,
        });
        return { written: Number(summary?.written_rows ?? 0) };
      } catch (thrown) {
        throw troubleOf(thrown, into, way, closing.signal.aborted);
      }
    },
    async close() {
      closing.abort();
      await client.close();
      way.release?.();
    },
  };
}

/**
 * Of a result in pieces our engine does the planning where all others wait for it; and of what fits in memory threads to
 * write it down cost more than they save.
 */
const AT_ONCE: Settings = { wait_end_of_query: 1, output_format_parallel_formatting: 0 };

async function execute(client: ClickHouseClient, params: ExecParams & { readonly values: Readable }) {
  const result = await client.exec(params);
  await drainStream(result.stream);
  return result;
}
