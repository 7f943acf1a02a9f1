import pg from "pg";
import type { PostgresWay } from "./way.ts";

/** In our own PostgreSQL: the database `kept`, and the role `kept` that works in it and owns nothing. */
export async function makeDatabase(way: PostgresWay): Promise<void> {
  const admin = new pg.Client({ ...way.owner, database: "postgres" });
  await admin.connect();
  try {
    await admin.query("SELECT pg_advisory_lock(1801810036, 2)");
    const { rows } = await admin.query<{ role: boolean; base: boolean }>(
      "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kept') AS role, EXISTS (SELECT FROM pg_database WHERE datname = 'kept') AS base",
    );
    if (!rows[0]?.role) await admin.query("CREATE ROLE kept LOGIN");
    if (!rows[0]?.base) await admin.query("CREATE DATABASE kept");
    // Temporary tables and functions of its own are nothing that work needs.
    await admin.query("REVOKE ALL ON DATABASE kept FROM PUBLIC; GRANT CONNECT ON DATABASE kept TO kept");
  } finally {
    await admin.end();
  }
}
