import type { House } from "../../house.ts";
import type { Experience } from "../../language/experience.ts";
import type { Ranking } from "../../value/deficit/rank.ts";
import type { Balance } from "../../value/findings/balance.ts";
import type { Findings } from "../../value/findings/models.ts";
import type { Judgement, Prepared } from "../gaps/prepared.ts";
import type { Desk } from "./desk.ts";
import type { Fitted, KeptModels } from "./kept-models.ts";
import { notMeasured } from "./not-measured.ts";

/** What the value routes give: models fitted once a day in the background, taken to everybody at each judgement. */
export interface ValueRoom {
  /** The last findings; throws KeptError "not-measured" until there are any. `newest` waits until they are fitted anew. */
  findings(newest: boolean): Promise<Findings>;
  /** The last findings; where there are none yet, the first. */
  firstFindings(): Promise<Findings>;
  ranking(newest: boolean): Promise<Scored<Ranking>>;
  /** What of the equity is at risk, and what was given and received so far; throws KeptError "not-measured". */
  balance(newest: boolean): Promise<Scored<Balance>>;
  /** What was fitted last, if anything was. */
  last(): Promise<Findings | undefined>;
  /** Fits anew where the last fit is a day old or of another file, and where nothing was fitted yet. */
  tend(): Promise<void>;
}

export interface Scored<T> {
  readonly judgement: Judgement;
  readonly value: T;
}

const DAY = 86_400_000;
/** So many customers are named in order, and as many open promises; sums are over all. */
const NAMED = 20_000;
/** Who asks for the newest gets what is younger than this. In ms. */
const FRESH = 10_000;
/** For so many times as long as it took to fail, it is not tried again unasked. */
const REST = 5;

export function openValueRoom(
  desk: Desk,
  prepared: Prepared,
  kept: KeptModels,
  { state, now }: Pick<House, "state" | "now">,
): ValueRoom {
  let fitted: Fitted | undefined;
  let written: Fitted | undefined;
  let fitting: Promise<Fitted> | undefined;
  let bringing: Promise<Fitted | undefined> | undefined;
  /** By the clock that never jumps, in ms. */
  let restsUntil = 0;
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
  function refit(): Promise<Fitted> {
    fitting ??= fitNow().finally(() => {
      fitting = undefined;
    });
    return fitting;
  }
  async function fitNow(): Promise<Fitted> {
    const judgement = await prepared.judgement();
    return use({ judgement, models: await desk.fit(judgement.experience, judgement.asOf), at: now() });
  }
  function use(found: Fitted): Fitted {
    fitted = found;
    // What is scored by the models follows them at once.
    Promise.all([rank(true), balance(true)]).catch(() => {});
    return found;
  }
  /** What was fitted last, also before the server started. */
  const known = async (): Promise<Fitted | undefined> => fitted ?? bringBack();

  /** Takes up what was written down, by this server or by another, where it is newer than what there is. */
  function bringBack(): Promise<Fitted | undefined> {
    bringing ??= readKept().finally(() => {
      bringing = undefined;
    });
    return bringing;
  }
  async function readKept(): Promise<Fitted | undefined> {
    const found = await kept.read(await prepared.judgement());
    if (found === undefined || (fitted !== undefined && found.at <= fitted.at)) return fitted;
    await desk.take(found.models);
    written = found;
    return use(found);
  }
  async function write(): Promise<void> {
    if (fitted === undefined || fitted === written) return;
    const own = fitted;
    await kept.write(own);
    written = own;
  }
  // The clock may have been set back.
  const ageOf = ({ at }: Fitted): number => Math.abs(now() - at);
  const isOld = ({ experience }: Judgement): boolean =>
    fitted === undefined || ageOf(fitted) >= DAY || !isSame(fitted.judgement.experience, experience);
  async function fitIfOld(last: Judgement): Promise<void> {
    await bringBack();
    if (isOld(last)) await refit();
    await write();
  }
  return {
    firstFindings: async () => ((await known()) ?? (await refit())).models.findings,
    async findings(newest) {
      const own = await known();
      if (newest) {
        const { number } = await prepared.judgement();
        const fresh = own !== undefined && (own.judgement.number === number || ageOf(own) < FRESH);
        return (fresh ? own : await refit()).models.findings;
      }
      if (own !== undefined) return own.models.findings;
      refit().catch(() => {});
      throw notMeasured();
    },
    ranking: rank,
    async balance(newest) {
      if ((await known()) === undefined) throw notMeasured();
      return balance(newest);
    },
    last: async () => (await known())?.models.findings,
    async tend() {
      const last = await prepared.judgement().catch(() => undefined);
      if (last === undefined || fitting !== undefined || performance.now() < restsUntil) return;
      const begun = performance.now();
      try {
        // Of several servers one fits, and the others take up what it wrote down.
        if (isOld(last)) await state.withLock("fitting", () => fitIfOld(last));
        else await write();
      } catch (thrown) {
        restsUntil = performance.now() + REST * (performance.now() - begun);
        throw thrown;
      }
    },
  };
}

const isSame = (a: Experience, b: Experience): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
