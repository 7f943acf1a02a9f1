import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import type { Ranking } from "../../value/deficit/rank.ts";
import type { Balance } from "../../value/findings/balance.ts";
import { fitModels, type Models, scoreBalance, scoreModels } from "../../value/findings/models.ts";
import { notMeasured } from "./not-measured.ts";

/** Where the models lie, and what can be asked of them. Everything that goes in and comes out is plain data. */
export interface Desk {
  /** Fits everything anew; from then on it is what is scored by. */
  fit(experience: Experience, asOf: number): Promise<Models>;
  /** From now on it is scored by these, which were fitted before. */
  take(models: Models): Promise<void>;
  /** Who is short of what, as of a judgement; before anything was fitted by what is declared. */
  rank(experience: Experience, asOf: number, most: number): Promise<Ranking>;
  /** Throws KeptError "not-measured" before anything was fitted. */
  balance(experience: Experience, asOf: number): Promise<Balance>;
}

/** A desk in this thread. Models fitted by another experience are kept until the next are there: promises are told by name. */
export function deskOn(store: Store): Desk {
  let models: Models | undefined;
  return {
    async fit(experience, asOf) {
      models = await fitModels(store, experience, asOf);
      return models;
    },
    async take(fitted) {
      models = fitted;
    },
    rank: (experience, asOf, most) => scoreModels(store, experience, asOf, models, most),
    async balance(experience, asOf) {
      if (models === undefined) throw notMeasured();
      return scoreBalance(store, experience, asOf, models);
    },
  };
}
