import { KeptError } from "../../kept-error.ts";
import type { Experience } from "../../language/experience.ts";
import type { Ranking } from "../../value/deficit/rank.ts";
import { type Refusal, refusal } from "../../value/estimate.ts";
import type { Balance, Findings } from "../../value/findings/models.ts";
import type { Judgement, Prepared } from "../gaps/prepared.ts";
import type { Desk } from "./desk.ts";

/** What the value routes give: models fitted once a day in the background, taken to everybody at each judgement. */
export interface ValueRoom {
  /** The last findings; throws KeptError "not-measured" until there are any. `newest` waits until they are fitted anew. */
  findings(newest: boolean): Promise<Findings>;
  /** The last findings; where there are none yet, the first. */
  firstFindings(): Promise<Findings>;
  ranking(newest: boolean): Promise<Scored<Ranking>>;
  /** What of the equity is at risk, and what was given and received so far. */
  balance(newest: boolean): Promise<Scored<Balance | Refusal>>;
  /** What was fitted last, if anything was. */
  last(): Findings | undefined;
  /** Fits anew where the last fit is a day old or of another file, and where nothing was fitted yet. */
  tend(): Promise<void>;
}

export interface Scored<T> {
  readonly judgement: Judgement;
  readonly value: T;
}

interface Fitted {
  readonly experience: Experience;
  readonly judgement: number;
  /** By the house's clock, in ms. */
  readonly at: number;
  readonly findings: Findings;
}

const DAY = 86_400_000;
/** So many customers are named in order, and as many open promises; sums are over all. */
const NAMED = 20_000;
/** Who asks for the newest gets what is younger than this. In ms. */
const FRESH = 10_000;

export function openValueRoom(desk: Desk, prepared: Prepared, now: () => number): ValueRoom {
  let fitted: Fitted | undefined;
  let fitting: Promise<Findings> | undefined;
  const rank = keeping("deficits", ({ experience, asOf }) => desk.rank(experience, asOf, NAMED));
  const balance = keeping("balance of value", ({ experience, asOf }) => desk.balance(experience, asOf));

  /** Kept ready like every other answer, but as it is: it is too large to be written out each time. */
  function keeping<T>(key: string, work: (judgement: Judgement) => Promise<T>) {
    let last: Scored<T> | undefined;
    return async (newest: boolean): Promise<Scored<T>> => {
      await prepared.give(
        key,
        async (judgement) => {
          last = { judgement, value: await work(judgement) };
          return null;
        },
        newest || last === undefined,
      );
      if (last === undefined) throw new Error(`${key}: nothing was worked out`);
      return last;
    };
  }
  function refit(): Promise<Findings> {
    fitting ??= fitNow().finally(() => {
      fitting = undefined;
    });
    return fitting;
  }
  async function fitNow(): Promise<Findings> {
    const { experience, number, asOf } = await prepared.judgement();
    const findings = await desk.fit(experience, asOf);
    fitted = { experience, judgement: number, at: now(), findings };
    // What is scored by the models follows them at once.
    Promise.all([rank(true), balance(true)]).catch(() => {});
    return findings;
  }
  return {
    async firstFindings() {
      if (fitted !== undefined) return fitted.findings;
      await prepared.judgement();
      return refit();
    },
    async findings(newest) {
      if (newest) {
        const { number } = await prepared.judgement();
        const fresh = fitted !== undefined && (fitted.judgement === number || now() - fitted.at < FRESH);
        return fresh && fitted !== undefined ? fitted.findings : refit();
      }
      if (fitted !== undefined) return fitted.findings;
      await prepared.judgement();
      refit().catch(() => {});
      throw new KeptError("not-measured", "What gaps cost is being worked out for the first time; ask again soon.", {
        status: 503,
      });
    },
    ranking: rank,
    async balance(newest) {
      if (fitted !== undefined) return balance(newest);
      return { judgement: await prepared.judgement(), value: NOT_FITTED };
    },
    last: () => fitted?.findings,
    async tend() {
      const last = await prepared.judgement().catch(() => undefined);
      if (last === undefined || fitting !== undefined) return;
      const old = fitted === undefined || now() - fitted.at >= DAY || !isSame(fitted.experience, last.experience);
      if (old) await refit();
    },
  };
}

export const NOT_FITTED = refusal(
  "What customers are worth is being worked out for the first time.",
  "A minute or two after the first judgement.",
);

const isSame = (a: Experience, b: Experience): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
