import { Temporal } from "temporal-polyfill";
import type { Experience } from "../../language/experience.ts";
import { syncColumns } from "../../ledger/columns.ts";
import { moment, type Sql, sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { paidOf } from "../bought.ts";
import { isRefusal, type Refusal, refusal } from "../estimate.ts";
import { type Asked, oneIn } from "./buyers.ts";
import { doubtsOf } from "./doubts.ts";
import type { Equity } from "./equity.ts";
import { type Basis, figuresOf } from "./figures.ts";
import { fitModel, spreadOf } from "./fit.ts";
import { groupingsOf } from "./groups.ts";
import { type Cells, cellsOf } from "./history.ts";
import { type Cut, judgeNaive, MODELS, tryModels } from "./hold-out.ts";
import type { PurchaseModel } from "./model.ts";
import { equityOf, type Found } from "./put-together.ts";
import { type BuyerCell, readBuyerCells, readHoldOut, readSpendCells } from "./read-cells.ts";
import { refuseBuyers, refuseHoldOut, refuseModels } from "./refuse.ts";
import { NOTHING_STAYS, spendingOf } from "./spending.ts";
import { compareStated } from "./stated.ts";
import { aheadOf } from "./worth.ts";

/** What all customers are worth, and what it takes to say it of one of them. */
export interface Measured {
  readonly kind: "measured";
  readonly equity: Equity;
  readonly basis: Basis;
  readonly asked: Asked;
  /** What is left of an amount after margin and what is given back. */
  readonly left: number;
}

export interface EquityOptions {
  /** Some customers, by their customer_key. */
  readonly among?: Sql;
  /** Models to choose from. */
  readonly models?: readonly PurchaseModel[];
}

/** Customers on whom the models are tried out: enough to tell them apart. */
const TRIED = 100_000;
/** Customers to whom what is spent is fitted: the error of so many cannot be seen. */
const SPENDERS = 200_000;

/**
 * What the relationships with all customers are worth in the time to come, as of a moment (ms since 1970 UTC), or why
 * that cannot be said. Purchases are counted in the ledger by cells; the models are chosen by the customers' own last
 * days, which they were not shown, and then fitted to the whole history.
 */
export async function measureEquity(
  store: Store,
  experience: Experience,
  asOf: number,
  { among = sql`true`, models = MODELS }: EquityOptions = {},
): Promise<Measured | Refusal> {
  await syncColumns(store, experience);
  const asked: Asked = { asOf, today: dayOf(asOf, experience.timezone), among };
  const bought = experience.value.bought.length > 0;
  const cells = bought ? await readBuyerCells(store, experience, asked) : [];
  const refused = refuseBuyers(experience, cells);
  if (refused !== undefined) return refused;
  const cut = cutOf(experience, cells);
  const held = await holdOut(store, experience, asked, { cut, cells, models });
  if (isRefusal(held)) return held;
  const all = cellsOf(cells);
  const fitted = fitFirst(held, all);
  if (isRefusal(fitted)) return fitted;
  const givenBack = await shareGivenBack(store, experience, asked);
  const spent = (spenders: number) => readSpendCells(store, experience, narrowed(asked, spenders / SPENDERS));
  const spending = givenBack < 1 ? await spendingOf(cells, spent) : NOTHING_STAYS;
  const basis: Basis = {
    fit: fitted.fit,
    spread: fitted.spread,
    spending: spending.spending,
    spendFit: spending.spendFit,
    ahead: aheadOf(experience.value),
    againDays: againDaysOf(experience),
    ...doubtsOf(held.tried[0]),
  };
  const groupings = groupingsOf(cells, experience, asked);
  const figures = figuresOf(cells, groupings, basis);
  const stated = await compareStated(store, experience, asked, basis);
  const found: Found = { asked, cut, cells, all, basis, held, figures, spending, stated, givenBack };
  return {
    kind: "measured",
    equity: equityOf(experience, found),
    basis,
    asked,
    left: experience.value.margin * (1 - givenBack),
  };
}

export const againDaysOf = ({ value }: Experience): number => Math.max(1, Math.round(value.againWithinDays));

/** Days since 1970 of the calendar in a time zone. */
export function dayOf(ms: number, timezone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone).toPlainDate();
  return Date.UTC(day.year, day.month - 1, day.day) / 86_400_000;
}

/** A third of the history, or the window where that is longer, but never more than half of it. */
function cutOf(experience: Experience, cells: readonly BuyerCell[]): Cut {
  const span = cells.reduce((most, { known }) => Math.max(most, known), 0);
  const againDays = againDaysOf(experience);
  const ahead = Math.min(Math.floor(span / 2), Math.max(againDays, Math.round(span / 3)));
  return { ahead, againDays: Math.min(againDays, ahead) };
}

export type Held = Exclude<Awaited<ReturnType<typeof holdOut>>, Refusal>;

/** About so manieth of those who are asked about. */
const narrowed = (asked: Asked, times: number): Asked => ({
  ...asked,
  among: sql`${asked.among ?? sql`true`} and ${oneIn(times)}`,
});

async function holdOut(
  store: Store,
  experience: Experience,
  asked: Asked,
  {
    cut,
    cells,
    models,
  }: { readonly cut: Cut; readonly cells: readonly BuyerCell[]; readonly models: readonly PurchaseModel[] },
) {
  const buyers = cells.reduce((sum, { customers }) => sum + customers, 0);
  const some = narrowed(asked, buyers / TRIED);
  const { againDays, ahead } = cut;
  const heldOut = await readHoldOut(store, experience, some, { day: asked.today - ahead, againDays });
  const tooLittle = refuseHoldOut(heldOut, ahead);
  if (tooLittle !== undefined) return tooLittle;
  const tried = tryModels(heldOut, cut, models);
  const naive = judgeNaive(heldOut, cut);
  const customers = heldOut.reduce((sum, one) => sum + one.customers, 0);
  return refuseModels(tried, naive) ?? { kind: "held" as const, tried, naive, customers };
}

/** The best of the tried models that can be fitted to the whole history. */
function fitFirst({ tried }: Held, all: Cells) {
  for (const { fit: before } of tried) {
    const fit = fitModel(before.model, all);
    const spread = fit && spreadOf(fit, all);
    if (fit !== null && spread !== null) return { kind: "fitted" as const, fit, spread };
  }
  return refusal(
    "What these purchases say of customers to come is too vague: many paces and chances of leaving fit them equally well.",
    "More customers who came back, over a longer time.",
  );
}

/** Of what was received, the share that was given back: amounts below 0, of whatever event. */
async function shareGivenBack(
  store: Store,
  experience: Experience,
  { asOf, among = sql`true` }: Asked,
): Promise<number> {
  const paid = experience.events.filter(({ received }) => received !== undefined).map(({ name }) => name);
  if (paid.length === 0) return 0;
  const [row] = await store.rows<{ readonly got: number; readonly back: number }>(
    sql`select toFloat64(ifNull(sumIf(amount, amount > 0), 0)) as got, toFloat64(ifNull(-sumIf(amount, amount < 0), 0)) as back
    from (select ${paidOf(experience)} as amount from events where at <= ${moment(asOf)} and ${among} and name in ${texts(paid)})`,
  );
  const { got = 0, back = 0 } = row ?? {};
  return got > 0 ? Math.min(1, back / got) : 0;
}
