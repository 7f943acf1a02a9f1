import { natural, type Sql, sql } from "../sql/sql.ts";

/** Whether a row is in a share (0…1) that depends on nothing but its keys, a list of columns, and the seed. */
export const isDrawn = (keys: Sql, share: number, seed: number): Sql =>
  share >= 1
    ? sql`true`
    : sql`cityHash64(${keys}, ${natural(seed)}) < ${natural(BigInt(Math.floor(share * 2 ** 52)) << 12n)}`;
