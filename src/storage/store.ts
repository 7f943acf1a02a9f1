import type { Sql } from "../sql/sql.ts";

/** ClickHouse settings for one query, by name. */
export type Settings = Readonly<Record<string, string | number>>;

export type InsertFormat = "JSONEachRow" | "JSONCompactEachRow" | "TabSeparated" | "CSV" | "RowBinary" | "Parquet";

/**
 * One ClickHouse, whether Kept's own engine process or somebody's server. All names resolve in the database `kept`.
 * A failed query throws a KeptError that carries its SQL; a lost engine throws KeptError "engine-gone".
 */
export interface Store {
  /** All rows of a SELECT as objects. 64-bit integers come as strings, DateTime64 as `YYYY-MM-DD hh:mm:ss.SSS` in UTC. */
  rows<Row>(query: Sql, settings?: Settings): Promise<readonly Row[]>;
  /** The rows of a SELECT as they come, in batches, for results that do not fit in memory. */
  stream<Row>(query: Sql, settings?: Settings): AsyncIterable<readonly Row[]>;
  /** A statement without a result; returns rows written where the engine says so. `progress` gets rows read so far. */
  run(
    statement: Sql,
    settings?: Settings,
    progress?: (rowsRead: number) => void,
  ): Promise<{ readonly written: number }>;
  /**
   * Rows in a format of ClickHouse's into the table that `into` names: ``sql`INSERT INTO events (id, name)` ``.
   * The data never become part of a statement. One call is one INSERT, which is there as a whole or not at all as far
   * as it is one block (see `max_insert_block_size`). Returns the rows written.
   */
  insert(
    into: Sql,
    format: InsertFormat,
    data: AsyncIterable<Uint8Array | string>,
    settings?: Settings,
  ): Promise<{ readonly written: number }>;
  close(): Promise<void>;
  /** Absent where one server holds everything. */
  readonly cluster?: Cluster | undefined;
}

/** Several servers that hold a ledger together: everything about a customer lies on one of them. */
export interface Cluster {
  /** One store for each shard. A table's name means there the part of it that lies on that shard. */
  readonly shards: readonly Store[];
  /** Brings the tables over all shards to the columns of those on the shards. */
  spread(): Promise<void>;
}
