import { type Name, type Sql, sql } from "../sql/sql.ts";

/** Where verdicts are read from: a table with the columns of `verdicts`, and what it holds beside them. */
export interface Source {
  readonly rows: Sql;
  /** Columns with the text of a property of the event that asked, null where it has none; by property. */
  readonly kinds: ReadonlyMap<string, Name>;
  /** Whether the column `legs` holds the seconds of each leg. */
  readonly legs: boolean;
  /** Whether the table `ways` is of the same judgement. */
  readonly ways: boolean;
}

/** All verdicts as judging writes them, and nothing beside. */
export const VERDICTS: Source = { rows: sql`verdicts`, kinds: new Map(), legs: false, ways: false };
