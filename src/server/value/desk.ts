import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import type { Ranking } from "../../value/deficit/rank.ts";
import { type Refusal, refusal } from "../../value/estimate.ts";
import {
  type Balance,
  type Findings,
  fitModels,
  type Models,
  scoreBalance,
  scoreModels,
} from "../../value/findings/models.ts";

/** Where the models lie, and what can be asked of them. Everything that goes in and comes out is plain data. */
export interface Desk {
  /** Fits everything anew; from then on it is what is scored by. */
  fit(experience: Experience, asOf: number): Promise<Findings>;
  /** Who is short of what, as of a judgement; before anything was fitted by what is declared. */
  rank(experience: Experience, asOf: number, most: number): Promise<Ranking>;
  balance(experience: Experience, asOf: number): Promise<Balance | Refusal>;
}

/** A desk in this thread. Models fitted by another experience are kept until the next are there: promises are told by name. */
export function deskOn(store: Store): Desk {
  let models: Models | undefined;
  return {
    async fit(experience, asOf) {
      models = await fitModels(store, experience, asOf);
      return models.findings;
    },
    rank: (experience, asOf, most) => scoreModels(store, experience, asOf, models, most),
    async balance(experience, asOf) {
      return models === undefined ? NOT_FITTED : scoreBalance(store, experience, asOf, models);
    },
  };
}

const NOT_FITTED = refusal("It is being worked out for the first time.", "A moment of patience.");
