import type { Experience } from "../../language/experience.ts";
import { naturals, sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Estimate, isRefusal, type Refusal, refusal } from "../estimate.ts";
import { type Asked, BUYERS, buyerRows, historyColumns } from "./buyers.ts";
import { estimateOf, figuresOf, shareOf } from "./figures.ts";
import type { Measured } from "./measure.ts";
import type { BuyerCell } from "./read-cells.ts";

/** What to expect of one customer. */
export interface Outlook {
  readonly kind: "outlook";
  /** customer_key: a whole number as text. */
  readonly customer: string;
  /** Purchases so far, and days since the latest. */
  readonly purchases: number;
  readonly days_since: number;
  readonly received: number;
  /** The chance of at least one purchase within the window from now. */
  readonly again: Estimate;
  readonly again_within_days: number;
  readonly purchases_ahead: Estimate;
  /** Discounted, after margin and what is given back; null where it is not known what purchases bring in. */
  readonly worth: Estimate | null;
}

/** A customer's own cell: the same as in the sum of all. */
export interface Own {
  readonly customer: string;
  readonly cell: BuyerCell;
}

/** What to expect of some customers, by their customer_key. Who never bought is not among them. */
export async function outlookOn(
  store: Store,
  experience: Experience,
  measured: Measured,
  keys: readonly string[],
): Promise<readonly Outlook[]> {
  const own = await readOwnCells(store, experience, measured.asked, keys);
  return own.map(({ customer, cell }) => outlookFrom(customer, cell, measured));
}

/** The same of one of them. */
export async function outlookOnKey(
  store: Store,
  experience: Experience,
  measured: Measured | Refusal,
  key: string,
): Promise<Outlook | Refusal> {
  if (isRefusal(measured)) return measured;
  const [found] = await outlookOn(store, experience, measured, [key]);
  return found ?? refusal("They have not bought anything by then.", "A first purchase.");
}

function outlookFrom(customer: string, cell: BuyerCell, { basis, equity, left }: Measured): Outlook {
  const grouping = { names: [customer], of: new Int32Array(1) };
  const [[figures] = []] = figuresOf([cell], [grouping], basis, { chance: false });
  if (figures === undefined) throw new Error(`nothing was foreseen of ${customer}`);
  const { method } = equity.again.share;
  return {
    kind: "outlook",
    customer,
    purchases: cell.repeats + 1,
    days_since: cell.known - cell.latest,
    received: cell.received,
    again: shareOf(figures.again, 1, method),
    again_within_days: basis.againDays,
    purchases_ahead: estimateOf(figures.purchases, 1, method),
    worth: basis.spending.kind === "unknown" ? null : estimateOf(figures.worth, 1, method, left),
  };
}

/** Keys looked up in one query. */
const AT_ONCE = 20_000;

/** The cells of some customers; who never bought has none. */
export async function readOwnCells(
  store: Store,
  experience: Experience,
  asked: Asked,
  keys: readonly string[],
): Promise<readonly Own[]> {
  const found: Own[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const among = sql`customer_key in ${naturals(keys.slice(from, from + AT_ONCE))}`;
    const rows = await store.rows<Omit<BuyerCell, "customers"> & { readonly customer: string }>(
      sql`select toString(customer_key) as customer, toUInt32(occasion) as occasion, toUInt32(repeats) as repeats, latest, known,
        paid, spend, received
      from (select customer_key, occasion, ${historyColumns(asked.today)} from (${buyerRows(experience, { ...asked, among })}))
      order by customer`,
      BUYERS,
    );
    for (const { customer, ...cell } of rows) found.push({ customer, cell: { ...cell, customers: 1 } });
  }
  return found;
}
