import type { ColumnType, GeneratedAlways } from "kysely";

type At = ColumnType<Date, Date, Date>;

/** The tables of what is done when a promise breaks. */
export interface CaseTables {
  cases: Cases;
  case_notes: CaseNotes;
}

interface Cases {
  id: string;
  customer: string;
  key: string;
  promise: string | null;
  subject: string | null;
  opened_at: At;
  opened_by: string | null;
  opened_by_name: string;
  owner: string | null;
  taken_at: At | null;
  due_at: At | null;
  closed_at: At | null;
  closed_by_name: string | null;
  done: string | null;
  outcome: string | null;
}

interface CaseNotes {
  number: GeneratedAlways<string>;
  case_id: string;
  customer: string;
  at: ColumnType<Date, Date, never>;
  by_name: ColumnType<string, string, never>;
  what: ColumnType<string, string, never>;
  words: ColumnType<string, string, never>;
}
