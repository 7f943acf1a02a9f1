import { flatCovarianceAt } from "../numbers/derivatives.ts";
import { minimise, minimiseFrom } from "../numbers/minimise.ts";
import { type Cells, thinned, total } from "./history.ts";
import type { Foresight, PurchaseModel } from "./model.ts";

/** A model with the parameters under which these customers are most likely. */
export interface Fit {
  readonly model: PurchaseModel;
  readonly parameters: readonly number[];
  readonly logs: readonly number[];
  readonly logLikelihood: number;
  readonly customers: number;
  readonly foresight: Foresight;
}

/** Cells on which the starts are tried; the best of them is then taken to all. */
const TRIED = 4_000;

/**
 * The model by maximum likelihood; null where the likelihood has no top to be found. Parameters are looked for as
 * logarithms, from several starts; on many cells the starts are tried on a thinned set first.
 */
export function fitModel(model: PurchaseModel, cells: Cells): Fit | null {
  if (cells.repeats.length === 0) return null;
  const rough = model.misfit(thinned(cells, model.isDear ? TRIED / 4 : TRIED));
  const starts = startsFor(cells).slice(0, model.isDear ? 2 : undefined);
  const tried = minimiseFrom(rough.of, starts, {
    tolerance: 1e-7,
    steps: 60,
    gradient: rough.slope,
    simplex: !model.isDear,
  });
  if (!Number.isFinite(tried.value)) return null;
  const misfit = model.misfit(enough(model, cells));
  const closely = { tolerance: model.isDear ? 1e-10 : 1e-12, gradient: misfit.slope, simplex: !model.isDear };
  const found = minimise(misfit.of, tried.at, closely);
  if (!Number.isFinite(found.value)) return null;
  return fitAt(model, found.at, -found.value, total(cells.customers));
}

/** Cells that a model whose likelihood is dear is fitted to at most. */
const DEAR = 8_000;

/** All cells; of a dear model every so manieth, counted up to as many customers. */
function enough({ isDear }: PurchaseModel, cells: Cells): Cells {
  if (!isDear) return cells;
  const few = thinned(cells, DEAR);
  const times = total(cells.customers) / total(few.customers);
  return few === cells ? cells : { ...few, customers: few.customers.map((one) => one * times) };
}

function fitAt(model: PurchaseModel, logs: readonly number[], logLikelihood: number, customers: number): Fit {
  const parameters = logs.map(Math.exp);
  return { model, parameters, logs, logLikelihood, customers, foresight: model.given(parameters) };
}

/** Around the pace at which everybody together buys. */
function startsFor({ repeats, known, customers }: Cells): readonly (readonly number[])[] {
  let bought = 0;
  let weeks = 0;
  for (let i = 0; i < repeats.length; i++) {
    bought += (repeats[i] ?? 0) * (customers[i] ?? 0);
    weeks += (known[i] ?? 0) * (customers[i] ?? 0);
  }
  const pace = Math.max(bought, 1) / Math.max(weeks, 1);
  const at = (r: number, leaves: number, stays: number): readonly number[] =>
    [r, (1.5 * r) / pace, leaves, stays].map(Math.log);
  return [at(0.3, 0.8, 2.5), at(1, 0.5, 1.5), at(0.6, 0.6, 1 / pace), at(2, 2, 10)];
}

/**
 * Covariance of the logarithms of the parameters, from the curvature of the likelihood. Null where there is none to be
 * had. In a direction in which the likelihood is flat, what is foreseen hardly moves either.
 */
export function spreadOf({ model, logs }: Fit, cells: Cells): readonly (readonly number[])[] | null {
  const { of, slope } = model.misfit(enough(model, cells));
  return flatCovarianceAt(of, logs, slope);
}
