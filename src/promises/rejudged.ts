import { natural, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** Stands for everybody; the key of no customer but by a chance of one in 2⁶⁴. */
export const EVERYBODY = natural(0);

/** Notes on one shard whose verdicts a judgement replaces, for what follows from them: before it says that it is there. */
export async function noteRejudged(shard: Store, number: number, whom: "touched" | "everybody"): Promise<void> {
  const whose =
    whom === "touched" ? sql`select distinct customer_key from touched` : sql`select ${EVERYBODY} as customer_key`;
  await shard.run(
    sql`insert into rejudged (number, customer_key) select ${natural(number)}, customer_key from (${whose})`,
  );
}
