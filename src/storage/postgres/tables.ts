import type { ColumnType, GeneratedAlways } from "kysely";
import type { AnswerTables } from "./answer-tables.ts";
import type { CaseTables } from "./case-tables.ts";
import type { ImportTables } from "./import-tables.ts";

/** A moment: read as Date, written as Date or left to the database. */
export type Moment = ColumnType<Date, Date | string | undefined, Date | string>;

/** The tables of migrations/postgres, as rows are read and written. */
export interface Tables extends AnswerTables, ImportTables, CaseTables {
  users: Users;
  sessions: Sessions;
  accounts: Accounts;
  invitations: Invitations;
  keys: Keys;
  audit: Audit;
  backups: Backups;
}

interface Users {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  role: string;
  disabled: ColumnType<boolean, boolean | undefined, boolean>;
  created_at: Moment;
  updated_at: Moment;
}

interface Sessions {
  id: string;
  user_id: string;
  token: string;
  expires_at: Moment;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Moment;
  updated_at: Moment;
}

interface Accounts {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  password: string | null;
  created_at: Moment;
  updated_at: Moment;
}

interface Invitations {
  id: string;
  token_hash: string;
  email: string | null;
  role: string;
  invited_by: string | null;
  created_at: Moment;
  expires_at: Moment;
  accepted_at: Moment | null;
}

interface Keys {
  id: string;
  kind: string;
  hash: string;
  hint: string;
  name: string;
  scopes: string[];
  owner_id: string | null;
  created_by: string;
  created_at: Moment;
  expires_at: Moment | null;
  revoked_at: Moment | null;
  last_used_at: Moment | null;
}

interface Audit {
  number: GeneratedAlways<string>;
  at: ColumnType<Date, Date, never>;
  actor_kind: ColumnType<string, string, never>;
  actor: ColumnType<string, string, never>;
  action: ColumnType<string, string, never>;
  subject: ColumnType<string, string, never>;
  details: ColumnType<Record<string, unknown>, string, never>;
  previous: GeneratedAlways<string>;
  hash: GeneratedAlways<string>;
}

interface Backups {
  name: string;
  made_at: Moment;
  expires_at: Moment;
}
