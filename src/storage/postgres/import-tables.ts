import type { ColumnType } from "kysely";

type At = ColumnType<Date, Date, Date>;
type Json = ColumnType<Readonly<Record<string, unknown>> | null, string | null, string | null>;

/** Files that were handed in through the pages, and what became of them. */
export interface ImportTables {
  imports: {
    id: string;
    name: string;
    /** 64 bits, as text. */
    bytes: ColumnType<string, number, number>;
    actor_kind: string;
    actor: string;
    actor_name: string;
    state: "handed-in" | "running" | "done" | "failed" | "stopped";
    handed_in_at: At;
    mapping: Json;
    begun_at: At | null;
    ended_at: At | null;
    told_at: At | null;
    rows: ColumnType<string, number | undefined, number>;
    about: ColumnType<string | null, number | null, number | null>;
    result: Json;
    code: string | null;
    words: string | null;
  };
}
