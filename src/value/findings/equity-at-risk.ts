import { BROKEN } from "../../gaps/verdict-columns.ts";
import type { Experience } from "../../language/experience.ts";
import { moment, sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { OpenChance } from "../breaking/measure.ts";
import type { Ground } from "../deficit/deficit.ts";
import { type AtRisk, type Loss, type LossPart, measureAtRisk } from "../equity/at-risk.ts";
import { isOneIn, oneIn } from "../equity/buyers.ts";
import type { Measured } from "../equity/measure.ts";
import { isRefusal, type Refusal, refusal } from "../estimate.ts";
import { type Fall, fallsOf } from "./fall.ts";

/** What of the equity is at risk, with what a broken promise is known to take of it. */
export interface EquityAtRisk extends AtRisk {
  readonly falls: readonly Fall[];
}

/** So many customers are looked at one by one; of more, a part that their keys choose by chance stands for all. */
const MOST = 50_000;

/**
 * Equity at risk as of a moment (ms since 1970 UTC): what customers are worth who are short of something or likely to
 * be, times the share that a broken promise is known to cost. What broke longer ago than the window for buying again
 * already shows in what they bought since, and so in their worth: it takes nothing from it once more. `measured` asks
 * about the same moment. Reads the table `verdicts`.
 */
export async function measureEquityAtRisk(
  store: Store,
  experience: Experience,
  asOf: number,
  measured: Measured | Refusal,
  { costs, breaking }: Ground,
): Promise<EquityAtRisk | Refusal> {
  if (isRefusal(measured)) return measured;
  const falls = fallsOf(experience, costs);
  if (falls.every(({ source }) => source === "none"))
    return refusal(
      "What a broken promise costs is neither measured nor declared, so nobody knows what of the equity is at risk.",
      'A measured cost that is clear of zero, or "worth" on a promise in the experience file.',
    );
  const chances = breaking.flatMap((one) => one.chances);
  const { losses, times } = await readLosses(store, experience, asOf, falls, chances);
  const found = await measureAtRisk(store, experience, measured, losses, { times });
  return isRefusal(found) ? found : { ...found, falls };
}

/** When it broke, as far as the verdict tells. */
const BROKE = sql`coalesce(if(verdict = 'late', due_at, null), answered_at, due_at, asked_at)`;

async function readLosses(
  store: Store,
  { promises, value }: Experience,
  asOf: number,
  falls: readonly Fall[],
  chances: readonly OpenChance[],
): Promise<{ readonly losses: readonly Loss[]; readonly times: number }> {
  const names = texts(promises.map(({ name }) => name));
  const broken = sql`${BROKEN} and promise in ${names}`;
  const [row] = await store.rows<{ readonly n: string }>(
    sql`select uniqExact(customer_key) as n from verdicts where ${broken}`,
  );
  const waiting = new Set(chances.map(({ customerKey }) => customerKey));
  const times = Math.max(1, Math.ceil((Number(row?.n ?? 0) + waiting.size) / MOST));
  const since = moment(Math.round(asOf - value.againWithinDays * 86_400_000));
  const rows = await store.rows<{ readonly customer: string; readonly breaks: readonly (readonly [string, number])[] }>(
    sql`select toString(customer_key) as customer, arraySort(groupArrayIf((promise, times), times > 0)) as breaks
    from (select customer_key, toString(promise) as promise, toUInt32(countIf(${BROKE} >= ${since})) as times
      from verdicts where ${broken} and ${oneIn(times)} group by customer_key, promise)
    group by customer_key order by customer_key`,
  );
  const parts = new Map<string, LossPart[]>();
  const add = (customer: string, more: readonly LossPart[]): void => {
    parts.set(customer, [...(parts.get(customer) ?? []), ...more]);
  };
  for (const { customer, breaks } of rows)
    add(
      customer,
      breaks.flatMap(([promise, often]) => partOf(falls, promise, 1, often)),
    );
  for (const { customerKey, promise, chance } of chances)
    if (isOneIn(times, customerKey)) add(customerKey, partOf(falls, promise, chance, 1));
  return { losses: [...parts].map(([customer, own]) => ({ customer, parts: own })), times };
}

/** What one promise takes that broke so often, or may break. */
function partOf(falls: readonly Fall[], promise: string, chance: number, often: number): readonly LossPart[] {
  const fall = falls.find((one) => one.promise === promise);
  if (fall === undefined || fall.source === "none") return [];
  const of = (share = 0): number => 1 - (1 - chance * share) ** often;
  const { share, amount } = fall;
  return [
    {
      promise,
      share: of(share?.value),
      low: of(share?.low),
      high: of(share?.high),
      amount: (amount ?? 0) * chance * often,
    },
  ];
}
