import type { Experience } from "../../language/experience.ts";
import { digits, type Sql, sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Asked, BUYERS, buyerRows } from "./buyers.ts";
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

const LATER = sql`arrayFilter(one -> one.1 > days[1], paid)`;
/** Of a row of a customer who bought: days after the first on which an amount is known, and what was paid on them. */
export const PAID = sql`arrayUniq(arrayMap(one -> one.1, ${LATER}))`;
export const SPENT = sql`arraySum(arrayMap(one -> one.2, ${LATER}))`;

/** Everybody who bought, in cells: what one pass over the purchases leaves. */
export async function readBuyerCells(
  store: Store,
  experience: Experience,
  asked: Asked,
): Promise<readonly BuyerCell[]> {
  const rows = await store.rows<Packed>(
    sql`select toUInt32(occasion) as occasion, toUInt32(repeats) as repeats,
      groupArray((toUInt32(latest), toUInt32(known), paid_days, toFloat64(customers), spend, received)) as cells
    from (select occasion, length(days) - 1 as repeats, days[-1] - days[1] as latest, ${today(asked)} - days[1] as known,
        ${PAID} as paid_days, count() as customers, sum(if(paid_days = 0, 0., ${SPENT} / paid_days)) as spend,
        sum(arraySum(arrayMap(one -> one.2, paid))) as received
      from (${buyerRows(experience, asked)}) group by occasion, repeats, latest, known, paid_days
      order by occasion, repeats, known, latest, paid_days)
    group by occasion, repeats order by occasion, repeats`,
    BUYERS,
  );
  return rows.flatMap(({ occasion, repeats, cells }) =>
    cells.map(([latest, known, paid, customers, spend, received]) => {
      return { occasion, repeats, latest, known, paid, customers, spend, received };
    }),
  );
}

const today = ({ today }: Asked): Sql => digits(today);

/** Beyond so many customers their means are rounded to steps of a hundredth: that cannot be seen in the fit. */
const EXACT = 200_000;

/** What those who bought again spend, in cells of equal number and mean. */
export async function readSpendCells(
  store: Store,
  experience: Experience,
  asked: Asked,
  customers: number,
): Promise<SpendCells> {
  const mean = customers > EXACT ? sql`exp2(round(log2(${SPENT} / paid_days) * 64) / 64)` : sql`${SPENT} / paid_days`;
  const rows = await store.rows<{ readonly paid: number; readonly cells: readonly (readonly [number, number])[] }>(
    sql`select toUInt32(paid_days) as paid, groupArray((mean, toFloat64(customers))) as cells
    from (select ${PAID} as paid_days, ${mean} as mean, count() as customers
      from (${buyerRows(experience, asked)}) where paid_days > 0 and mean > 0 group by paid_days, mean order by paid_days, mean)
    group by paid_days order by paid_days`,
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
    sql`select toUInt32(repeats) as repeats, groupArray((toUInt32(latest), toUInt32(known), toUInt32(later), again, toFloat64(customers))) as cells
    from (select arrayCount(one -> one <= ${day}, days) - 1 as repeats, days[repeats + 1] - days[1] as latest,
        ${day} - days[1] as known, length(days) - repeats - 1 as later,
        arrayExists(one -> one > ${day} and one <= ${day} + ${digits(cut.againDays)}, days) as again, count() as customers
      from (${buyerRows(experience, asked)}) where days[1] <= ${day}
      group by repeats, latest, known, later, again order by repeats, known, latest, later, again)
    group by repeats order by repeats`,
    BUYERS,
  );
  return rows.flatMap(({ repeats, cells }) =>
    cells.map(([latest, known, later, again, customers]) => {
      return { repeats, latest, known, later, again: again === 1, customers };
    }),
  );
}
