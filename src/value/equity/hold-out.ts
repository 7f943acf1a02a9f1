import { aucOf, type Foreseen } from "../numbers/auc.ts";
import { bgNbd, mbgNbd } from "./bg-nbd.ts";
import { calibrationOf, type Tenth } from "./calibration.ts";
import { type Fit, fitModel } from "./fit.ts";
import { cellsOf, type History } from "./history.ts";
import { againOf, type Foresight, type PurchaseModel, purchasesOf } from "./model.ts";
import { paretoNbd } from "./pareto-nbd.ts";
import type { HoldOutCell } from "./read-cells.ts";
import { type Errors, errorsOf } from "./score.ts";

/** In the order of preference where they foresee equally well. */
export const MODELS: readonly PurchaseModel[] = [bgNbd, mbgNbd, paretoNbd];

/** What is foreseen of one customer: purchases until the end, and the chance of one within the window. */
interface Guess {
  readonly purchases: number;
  readonly again: number;
}

/** How well somebody foresaw what customers did after the cut. */
export interface Judged {
  readonly purchases: Errors;
  readonly again: {
    /** Mean chance foreseen, and the share that did. */
    readonly foreseen: number;
    readonly happened: number;
    readonly auc: number | null;
    /** Mean square of chance minus what happened, and what it would be if all had the same chance. */
    readonly brier: number;
    readonly brierOfAll: number;
  };
  readonly calibration: readonly Tenth[];
}

export interface Tried extends Judged {
  readonly fit: Fit;
}

/** The days that were held out, and what lies before them. */
export interface Cut {
  /** Days from the cut to the end, and those of them in which "again" is asked for. */
  readonly ahead: number;
  readonly againDays: number;
}

/** Fits each model to the customers as they were at the cut, and judges it by what they did afterwards; best first. */
export function tryModels(cells: readonly HoldOutCell[], cut: Cut, models = MODELS): readonly Tried[] {
  const before = cellsOf(cells);
  return models
    .flatMap((model) => {
      const fit = fitModel(model, before);
      if (fit === null) return [];
      const judged = judge(cells, guessBy(fit.foresight, cut));
      return Number.isFinite(judged.purchases.rmse) && Number.isFinite(judged.again.brier) ? [{ ...judged, fit }] : [];
    })
    .sort((a, b) => a.purchases.rmse - b.purchases.rmse);
}

/** What it takes to beat: everybody goes on at the pace that they had. */
export const judgeNaive = (cells: readonly HoldOutCell[], { ahead, againDays }: Cut): Judged =>
  judge(cells, ({ repeats, known }) => {
    const pace = known > 0 ? repeats / known : 0;
    return { purchases: (pace * ahead) / 7, again: -Math.expm1((-pace * againDays) / 7) };
  });

export const inWeeks = ({ repeats, latest, known }: History): History => {
  return { repeats, latest: latest / 7, known: known / 7 };
};

function guessBy(foresight: Foresight, { ahead, againDays }: Cut): (history: History) => Guess {
  return (history) => {
    return { purchases: purchasesOf(foresight, history, ahead / 7), again: againOf(foresight, history, againDays / 7) };
  };
}

function judge(cells: readonly HoldOutCell[], guess: (history: History) => Guess): Judged {
  const guesses = cells.map((cell) => guess(inWeeks(cell)));
  const customers = Float64Array.from(cells, (cell) => cell.customers);
  const purchases: Foreseen = {
    foreseen: Float64Array.from(guesses, (one) => one.purchases),
    happened: Float64Array.from(cells, ({ later }) => later),
    customers,
  };
  const again: Foreseen = {
    foreseen: Float64Array.from(guesses, (one) => one.again),
    happened: Float64Array.from(cells, (cell) => (cell.again ? 1 : 0)),
    customers,
  };
  const n = customers.reduce((sum, one) => sum + one, 0);
  const { foreseen, happened, rmse } = errorsOf(again);
  const share = happened / n;
  return {
    purchases: errorsOf(purchases),
    again: {
      foreseen: foreseen / n,
      happened: share,
      auc: aucOf(again),
      brier: rmse ** 2,
      brierOfAll: share * (1 - share),
    },
    calibration: calibrationOf(again),
  };
}
