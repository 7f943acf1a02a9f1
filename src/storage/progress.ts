import type { ClickHouseClient } from "@clickhouse/client";

const EVERY = 200;
const QUERY = `SELECT max(read_rows) AS read FROM system.processes
WHERE query_id = {id:String} OR Settings['log_comment'] = {id:String}`;

/** Tells, again and again, how many rows the statement with this id has read; the number never falls. */
export function watchProgress(client: ClickHouseClient, id: string, tell: (rowsRead: number) => void) {
  let told = 0;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    const result = await client.query({ query: QUERY, query_params: { id }, format: "JSONEachRow" });
    const [row] = await result.json<{ readonly read: string }>();
    const read = Number(row?.read ?? 0);
    if (read > told) {
      told = read;
      tell(read);
    }
  };
  const timer = setInterval(() => {
    // A look that fails is no trouble: the statement itself will tell.
    looking = looking.then(look).catch(() => {});
  }, EVERY);
  return {
    end() {
      clearInterval(timer);
      return looking;
    },
  };
}
