import { aucOf as aucOfForeseen } from "../numbers/auc.ts";
import { type Interval, normalInterval } from "../numbers/interval.ts";

/** How well chances did on a later period than they were learned on. */
export interface Judged {
  /** Snapshots, and the askings that they are of. */
  readonly n: number;
  readonly askings: number;
  /** Share that broke, in the later period; and before, which is what a forecast without a model would say. */
  readonly broke: number;
  readonly base_rate: number;
  /** Mean squared distance of chance and outcome (Brier 1950): of the model, and of the base rate. Smaller is better. */
  readonly brier: number;
  readonly brier_of_base_rate: number;
  /** How much smaller the model's is, with a 95 % interval; askings are the units. */
  readonly gain: Interval;
  /** Share of pairs of a broken and a kept one in which the broken had the higher chance; null without both. */
  readonly auc: number | null;
  /** By tenths of the snapshots, from the lowest chance: what was said and what came. */
  readonly calibration: readonly { readonly said: number; readonly came: number; readonly n: number }[];
  readonly warning: Warning;
}

/** How early those that broke stood out: when their chance first was more than a half. */
export interface Warning {
  /** Of those that broke, the share that was warned of; of the warned, the share that broke. */
  readonly warned: number | null;
  readonly right: number | null;
  /** Middle of the hours from the first warning to the break; null where nothing was warned of. */
  readonly hours: number | null;
}

/** A chance that was given for a snapshot, and how it went on. */
export interface Forecast {
  readonly asking: string;
  readonly chance: number;
  readonly broken: boolean;
  /** Hours from the moment of looking until it was due. */
  readonly hoursLeft: number | null;
}

const WARNS = 0.5;

/** `baseRate` is the share that broke in the period that was learned from. */
export function judgeForecasts(forecasts: readonly Forecast[], baseRate: number): Judged {
  const n = forecasts.length;
  const mean = (of: (one: Forecast) => number): number => forecasts.reduce((sum, one) => sum + of(one), 0) / n;
  const miss = ({ chance, broken }: Forecast): number => (chance - Number(broken)) ** 2;
  const missOfBase = ({ broken }: Forecast): number => (baseRate - Number(broken)) ** 2;
  const gains = new Map<string, { gain: number; n: number }>();
  for (const one of forecasts) {
    const own = gains.get(one.asking) ?? { gain: 0, n: 0 };
    gains.set(one.asking, { gain: own.gain + missOfBase(one) - miss(one), n: own.n + 1 });
  }
  const value = mean((one) => missOfBase(one) - miss(one));
  const spread = [...gains.values()].reduce((sum, own) => sum + (own.gain - own.n * value) ** 2, 0);
  const error = Math.sqrt((spread * gains.size) / Math.max(1, gains.size - 1)) / n;
  return {
    n,
    askings: gains.size,
    broke: mean(({ broken }) => Number(broken)),
    base_rate: baseRate,
    brier: mean(miss),
    brier_of_base_rate: mean(missOfBase),
    gain: normalInterval(value, error),
    auc: aucOf(forecasts),
    calibration: calibrationOf(forecasts),
    warning: warningOf(forecasts),
  };
}

/** Each snapshot counts once. */
export const aucOf = (forecasts: readonly Forecast[]): number | null =>
  aucOfForeseen({
    foreseen: Float64Array.from(forecasts, ({ chance }) => chance),
    happened: Float64Array.from(forecasts, ({ broken }) => Number(broken)),
    customers: new Float64Array(forecasts.length).fill(1),
  });

function calibrationOf(forecasts: readonly Forecast[]): Judged["calibration"] {
  const sorted = forecasts.toSorted((a, b) => a.chance - b.chance);
  const parts = Math.min(10, Math.max(1, Math.floor(sorted.length / 20)));
  return Array.from({ length: parts }, (_, i) => {
    const own = sorted.slice(Math.round((i * sorted.length) / parts), Math.round(((i + 1) * sorted.length) / parts));
    const sum = (of: (one: Forecast) => number): number => own.reduce((total, one) => total + of(one), 0);
    return {
      said: sum(({ chance }) => chance) / own.length,
      came: sum(({ broken }) => Number(broken)) / own.length,
      n: own.length,
    };
  });
}

function warningOf(forecasts: readonly Forecast[]): Warning {
  const askings = new Map<string, { broken: boolean; warned: boolean; hours: number[] }>();
  for (const { asking, chance, broken, hoursLeft } of forecasts) {
    const own = askings.get(asking) ?? { broken, warned: false, hours: [] };
    const warns = chance > WARNS;
    const hours = warns && hoursLeft !== null ? [...own.hours, hoursLeft] : own.hours;
    askings.set(asking, { broken, warned: own.warned || warns, hours });
  }
  const all = [...askings.values()];
  const broken = all.filter((one) => one.broken);
  const warned = all.filter((one) => one.warned);
  const both = broken.filter((one) => one.warned);
  const earliest = both.flatMap(({ hours }) => (hours.length === 0 ? [] : Math.max(...hours))).sort((a, b) => a - b);
  return {
    warned: broken.length === 0 ? null : both.length / broken.length,
    right: warned.length === 0 ? null : both.length / warned.length,
    hours: earliest[Math.floor((earliest.length - 1) / 2)] ?? null,
  };
}
