import type { Experience } from "../../language/experience.ts";
import { digits, sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Asked, BUYERS, buyerRows, historyColumns } from "./buyers.ts";
import type { SpendCells } from "./spend.ts";

/** Customers of one occasion with the same history and as many later purchases whose amount is known. In days. */
export interface BuyerCell {
  /** Its place in the file from 1; 0 where there is none. */
  readonly occasion: number;
  readonly repeats: number;
  readonly latest: number;
  readonly known: number;
  /** Days after the first on which the amount of a purchase is known. */
  readonly paid: number;
  readonly customers: number;
  /** What the mean of these purchases is, summed over the customers. */
  readonly spend: number;
  /** What was received from them so far. */
  readonly received: number;
}

interface Packed {
  readonly occasion: number;
  readonly repeats: number;
  readonly cells: readonly (readonly [number, number, number, number, number, number])[];
}

/** Everybody who bought, in cells: what one pass over the purchases leaves. */
export async function readBuyerCells(
  store: Store,
  experience: Experience,
  asked: Asked,
): Promise<readonly BuyerCell[]> {
  const rows = await store.rows<Packed>(
    sql`select toUInt32(occasion) as occasion, toUInt32(repeats) as repeats,
      arraySort(one -> (one.2, one.1, one.3), groupArray((latest, known, paid, customers, spend, received))) as cells
    from (select occasion, repeats, latest, known, paid, toFloat64(count()) as customers, sum(spend) as spend, sum(received) as received
      from (select occasion, ${historyColumns(asked.today)} from (${buyerRows(experience, asked)}))
      group by occasion, repeats, latest, known, paid)
    group by occasion, repeats order by occasion, repeats`,
    BUYERS,
  );
  return rows.flatMap(({ occasion, repeats, cells }) =>
    cells.map(([latest, known, paid, customers, spend, received]) => {
      return { occasion, repeats, latest, known, paid, customers, spend, received };
    }),
  );
}

/** What those spend who bought again, in cells of equal number and mean. */
export async function readSpendCells(store: Store, experience: Experience, asked: Asked): Promise<SpendCells> {
  const rows = await store.rows<{ readonly paid: number; readonly cells: readonly (readonly [number, number])[] }>(
    sql`select toUInt32(paid) as paid, arraySort(groupArray((spend, customers))) as cells
    from (select paid, spend, toFloat64(count()) as customers
      from (select ${historyColumns(asked.today)} from (${buyerRows(experience, asked)}))
      where paid > 0 and spend > 0 group by paid, spend)
    group by paid order by paid`,
    BUYERS,
  );
  const all = rows.flatMap(({ paid, cells }) => cells.map(([mean, customers]) => ({ paid, mean, customers })));
  return {
    purchases: Int32Array.from(all, ({ paid }) => paid),
    mean: Float64Array.from(all, ({ mean }) => mean),
    customers: Float64Array.from(all, ({ customers }) => customers),
  };
}

/** Customers with the same history at the cut, and with the same later life. In days. */
export interface HoldOutCell {
  readonly repeats: number;
  readonly latest: number;
  readonly known: number;
  /** Days after the cut on which they bought. */
  readonly later: number;
  /** Whether they bought within the window after the cut. */
  readonly again: boolean;
  readonly customers: number;
}

/** The same customers as they were on the day `cut`, with what they did afterwards. */
export async function readHoldOut(
  store: Store,
  experience: Experience,
  asked: Asked,
  cut: { readonly day: number; readonly againDays: number },
): Promise<readonly HoldOutCell[]> {
  const day = digits(cut.day);
  const rows = await store.rows<{
    readonly repeats: number;
    readonly cells: readonly (readonly [number, number, number, number, number])[];
  }>(
    sql`select toUInt32(repeats) as repeats,
      arraySort(one -> (one.2, one.1, one.3, one.4), groupArray((latest, known, later, again, customers))) as cells
    from (select repeats, latest, known, later, again, toFloat64(count()) as customers
    from (select arrayMin(days) as first, arrayFilter(one -> one <= ${day}, days) as before, arrayUniq(before) - 1 as repeats,
        toUInt32(arrayMax(before) - first) as latest, toUInt32(${day} - first) as known,
        toUInt32(arrayUniq(days) - repeats - 1) as later,
        arrayExists(one -> one > ${day} and one <= ${day} + ${digits(cut.againDays)}, days) as again
      from (${buyerRows(experience, asked)}) where first <= ${day})
    group by repeats, latest, known, later, again)
    group by repeats order by repeats`,
    BUYERS,
  );
  return rows.flatMap(({ repeats, cells }) =>
    cells.map(([latest, known, later, again, customers]) => {
      return { repeats, latest, known, later, again: again === 1, customers };
    }),
  );
}
