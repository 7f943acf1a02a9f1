import { bgNbd } from "../equity/bg-nbd.ts";
import { doubtsOf } from "../equity/doubts.ts";
import { estimateOf, figuresOf } from "../equity/figures.ts";
import { fitModel, spreadOf } from "../equity/fit.ts";
import { cellsOf } from "../equity/history.ts";
import { tryModels } from "../equity/hold-out.ts";
import type { BuyerCell, HoldOutCell } from "../equity/read-cells.ts";
import type { Interval } from "../numbers/interval.ts";
import { type Random, seeded } from "../numbers/random.ts";
import type { Study } from "./study.ts";

/** A shop of some hundred customers who buy and leave as BG/NBD says; looked at on day 0, and again when the time is over. */
const SHOP = { customers: 400, r: 1, alpha: 8, a: 0.9, b: 3, againDays: 56, steps: 6, stepWeeks: 4 } as const;
const AHEAD_DAYS = SHOP.steps * SHOP.stepWeeks * 7;
const CUT = { ahead: 140, againDays: SHOP.againDays } as const;

/** Days on which a customer buys, from the first on; day 0 is today. */
function life(random: Random): readonly number[] {
  const pace = random.gamma(SHOP.r) / SHOP.alpha / 7;
  const leaves = random.beta(SHOP.a, SHOP.b);
  const days = [-30 - random.below(400)];
  for (let at = days[0] ?? 0; ; ) {
    at += random.exponential() / pace;
    if (at > AHEAD_DAYS) return days;
    if (Math.ceil(at) !== days.at(-1)) days.push(Math.ceil(at));
    if (random.uniform() < leaves) return days;
  }
}

const historyAt = (days: readonly number[], today: number) => {
  const known = days.filter((day) => day <= today);
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  return { repeats: known.length - 1, latest: last - first, known: today - first, customers: 1 };
};

interface Found {
  readonly purchases: { readonly truth: number; readonly interval: Interval | null };
  readonly again: { readonly truth: number; readonly interval: Interval | null };
}

function world(seed: number): Found {
  const random = seeded(seed);
  const lives = Array.from({ length: SHOP.customers }, () => life(random));
  const later = (days: readonly number[], from: number, to: number) =>
    days.filter((day) => day > from && day <= to).length;
  const cells = lives.map(
    (days): BuyerCell => ({ ...historyAt(days, 0), occasion: 0, paid: 0, spend: 0, received: 0 }),
  );
  const heldOut = lives
    .filter(([first = 0]) => first <= -CUT.ahead)
    .map((days): HoldOutCell => {
      const again = later(days, -CUT.ahead, -CUT.ahead + CUT.againDays) > 0;
      return { ...historyAt(days, -CUT.ahead), later: later(days, -CUT.ahead, 0), again };
    });
  const truths = {
    purchases: lives.reduce((sum, days) => sum + later(days, 0, AHEAD_DAYS), 0),
    again: lives.filter((days) => later(days, 0, SHOP.againDays) > 0).length,
  };
  const intervals = estimated(cells, heldOut);
  return {
    purchases: { truth: truths.purchases, interval: intervals?.purchases ?? null },
    again: { truth: truths.again, interval: intervals?.again ?? null },
  };
}

function estimated(cells: readonly BuyerCell[], heldOut: readonly HoldOutCell[]) {
  const all = cellsOf(cells);
  const fit = fitModel(bgNbd, all);
  const spread = fit && spreadOf(fit, all);
  if (fit === null || spread === null) return null;
  const [[whole] = []] = figuresOf(cells, [{ names: ["all"], of: new Int32Array(cells.length) }], {
    fit,
    spread,
    spending: { kind: "unknown" },
    spendFit: undefined,
    ahead: { steps: SHOP.steps, stepWeeks: SHOP.stepWeeks, factor: 1 },
    againDays: SHOP.againDays,
    ...doubtsOf(tryModels(heldOut, CUT, [bgNbd])[0]),
  });
  if (whole === undefined) return null;
  return {
    purchases: estimateOf(whole.purchases, cells.length, "study"),
    again: estimateOf(whole.again, cells.length, "study"),
  };
}

const found = new Map<number, Found>();
const worldOf = (seed: number): Found => {
  const known = found.get(seed) ?? world(seed);
  found.set(seed, known);
  return known;
};

/** What is foreseen of all customers against what they then do: chance and all. */
export const PURCHASES_AHEAD: readonly Study[] = [
  { name: "purchases-ahead", of: "purchases that all customers will make", world: (seed) => worldOf(seed).purchases },
  { name: "buy-again", of: "customers who will buy again within the window", world: (seed) => worldOf(seed).again },
];
