import type { Experience } from "../../language/experience.ts";
import { type Estimate, estimate, type Refusal, refusal } from "../estimate.ts";
import { logInterval } from "../numbers/interval.ts";
import type { Asked } from "./buyers.ts";
import type { Assumed, Equity, Foresaw, HoldOut, Slice, Stated } from "./equity.ts";
import { type Basis, estimateOf, type GroupFigures, shareOf } from "./figures.ts";
import { plainDay } from "./groups.ts";
import { type Cells, total } from "./history.ts";
import type { Cut, Judged, Tried } from "./hold-out.ts";
import type { BuyerCell } from "./read-cells.ts";
import type { HowTheySpend } from "./spending.ts";
import { timesOf } from "./times.ts";

/** All that was found, before it is put together. */
export interface Found {
  readonly asked: Asked;
  readonly cut: Cut;
  readonly cells: readonly BuyerCell[];
  readonly all: Cells;
  readonly basis: Basis;
  readonly held: { readonly tried: readonly Tried[]; readonly naive: Judged; readonly customers: number };
  readonly figures: readonly (readonly GroupFigures[])[];
  readonly spending: HowTheySpend;
  readonly stated: Stated | Refusal;
  readonly givenBack: number;
}

/** The report of what customers are worth. */
export function equityOf(experience: Experience, found: Found): Equity {
  const { asked, basis, all, cells, cut, held } = found;
  const [whole] = found.figures[0] ?? [];
  if (whole === undefined) throw new Error("what all customers are worth was not worked out");
  const { model, parameters } = basis.fit;
  const method = methodOf(found);
  const left = experience.value.margin * (1 - found.givenBack);
  const calibrated = held.tried.find(({ fit }) => fit.model === model) ?? held.tried[0];
  return {
    kind: "equity",
    experience: experience.name,
    currency: experience.currency ?? null,
    timezone: experience.timezone,
    as_of: new Date(asked.asOf).toISOString(),
    assumed: assumedOf(experience, basis, found.givenBack),
    buyers: whole.customers,
    repeaters: cells.reduce((sum, one) => (one.repeats > 0 ? sum + one.customers : sum), 0),
    purchases: cells.reduce((sum, one) => sum + (one.repeats + 1) * one.customers, 0),
    first_day: plainDay(asked.today - cells.reduce((most, { known }) => Math.max(most, known), 0)).toString(),
    last_day: plainDay(asked.today).toString(),
    model: {
      kind: model.kind,
      title: model.title,
      words: model.words,
      parameters: Object.fromEntries(model.parameters.map((name, i) => [name, parameters[i] ?? Number.NaN])),
    },
    hold_out: holdOutOf(found),
    again: {
      within_days: basis.againDays,
      share: shareOf(whole.again, whole.customers, method),
      customers: estimateOf(whole.again, whole.customers, method),
      judged_on_days: cut.againDays,
      brier_of_all: calibrated?.again.brierOfAll ?? 0,
      calibration: calibrated?.calibration ?? [],
    },
    purchases_ahead: estimateOf(whole.purchases, whole.customers, method),
    spend: spendOf(found, method),
    equity: found.spending.refused ?? estimateOf(whole.worth, whole.customers, method, left),
    by_occasion: slicesOf(found, 1, method, left),
    by_cohort: slicesOf(found, 2, method, left),
    stated: found.stated,
    times: timesOf(all, basis.fit.foresight),
  };
}

function methodOf({ basis, held, cut, all }: Found): string {
  const spend = basis.spending.kind === "gamma-gamma" ? " and Gamma-Gamma" : "";
  const customers = total(all.customers).toLocaleString("en-GB");
  return `${basis.fit.model.title}${spend} on ${customers} customers, held against the last ${cut.ahead} days of ${held.customers.toLocaleString("en-GB")}`;
}

const assumedOf = ({ value }: Experience, { againDays }: Basis, givenBack: number): Assumed => ({
  bought: value.bought.map(({ event }) => event),
  again_within_days: againDays,
  margin: value.margin,
  horizon_days: value.horizonDays,
  discount: value.discount,
  said: value.said,
  given_back: givenBack,
});

function holdOutOf({ asked, cut, held, basis }: Found): HoldOut {
  const used = held.tried.filter(({ fit }) => fit.model === basis.fit.model);
  const others = held.tried.filter(({ fit }) => fit.model !== basis.fit.model);
  return {
    from: plainDay(asked.today - cut.ahead + 1).toString(),
    to: plainDay(asked.today).toString(),
    days: cut.ahead,
    customers: held.customers,
    models: [...used, ...others].map((tried) => {
      return { kind: tried.fit.model.kind, title: tried.fit.model.title, ...foresawOf(tried) };
    }),
    naive: foresawOf(held.naive),
  };
}

const foresawOf = ({ purchases, again }: Judged): Foresaw => ({
  purchases_foreseen: purchases.foreseen,
  purchases: purchases.happened,
  mae: purchases.mae,
  rmse: purchases.rmse,
  again_foreseen: again.foreseen,
  again: again.happened,
  auc: again.auc,
  brier: again.brier,
});

/** What a purchase to come brings in: what all of them bring in, divided by how many they are. */
function spendOf({ basis, cells, spending }: Found, method: string): Estimate | Refusal {
  if (spending.refused !== undefined) return spending.refused;
  if (basis.spendFit !== undefined) {
    const { p, q, v, customers } = basis.spendFit.fit;
    // log of p v / (q − 1), by the logarithms of p, q and v.
    const slope = [1, -q / (q - 1), 1];
    const variance = basis.spendFit.spread.reduce(
      (sum, row, i) => sum + row.reduce((part, one, j) => part + one * (slope[i] ?? 0) * (slope[j] ?? 0), 0),
      0,
    );
    const interval = logInterval((p * v) / (q - 1), Math.sqrt(Math.max(0, variance)));
    return estimate(interval, { n: customers, grade: "D", method: "Gamma-Gamma on those who came back" });
  }
  const known = cells.filter(({ paid }) => paid > 0);
  const n = known.reduce((sum, one) => sum + one.customers, 0);
  if (basis.spending.kind !== "own-mean" || n === 0)
    return refusal("It is not known what a purchase brings in.", `An amount with each purchase (${method}).`);
  const { mean } = basis.spending;
  const square = known.reduce((sum, one) => sum + one.customers * (one.spend / one.customers - mean) ** 2, 0);
  const interval = logInterval(mean, Math.sqrt(square / n / n) / mean);
  return estimate(interval, { n, grade: "D", method: "the mean of those who came back: each keeps to their own" });
}

function slicesOf({ figures, spending }: Found, place: number, method: string, left: number): readonly Slice[] {
  return (figures[place] ?? []).map(({ name, customers, received, again, purchases, worth }) => ({
    name,
    customers,
    received,
    again: shareOf(again, customers, method),
    purchases_ahead: estimateOf(purchases, customers, method),
    equity: spending.refused === undefined ? estimateOf(worth, customers, method, left) : null,
  }));
}
