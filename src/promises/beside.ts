import type { PropertyType } from "../language/experience.ts";
import { type Sql, sql } from "../sql/sql.ts";

/**
 * How a property that may be absent stands in an array beside elements. The engine gathers arrays of plain numbers
 * many times faster than those of tuples, and leaves nulls out.
 */
export interface Beside {
  readonly gathered: (value: Sql) => Sql;
  readonly read: (item: Sql) => Sql;
  /** What stands where there is no event; undefined for what the type has anyway. */
  readonly absent: Sql | undefined;
}

/** Before every moment that the ledger takes. */
const NO_TIME: Sql = sql`toInt64(-9223372036854775808)`;

export function besideOf(type: PropertyType): Beside {
  switch (type) {
    // The ledger takes finite numbers only.
    case "number":
    case "duration":
      return {
        gathered: (value) => sql`ifNull(${value}, nan)`,
        // Functions are computed under nulls too, where a NaN would be refused.
        read: (item) => sql`if(isNaN(${item}), null, ifNotFinite(${item}, 0))`,
        absent: sql`nan`,
      };
    case "moment":
      return {
        gathered: (value) => sql`ifNull(${value}, ${NO_TIME})`,
        read: (item) => sql`nullIf(${item}, ${NO_TIME})`,
        absent: NO_TIME,
      };
    case "text":
    case "whole":
    case "yes-no":
    case "date":
      return {
        gathered: (value) => sql`tuple(${value})`,
        read: (item) => sql`tupleElement(${item}, 1)`,
        absent: undefined,
      };
  }
}
