import type { Counts } from "../../gaps/gap.ts";
import { formatGoal, formatInterval, formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { judged } from "../words/counts.ts";
import { sayStanding, standingOf } from "../words/standing.ts";
import { percentOf, picture } from "./svg.ts";

/** A kept rate on a scale that ends at 100 %: a dot, its interval, and the goal as a stroke. */
export function rateDot(counts: Counts, goal: number | null, from: number, title: string): Markup | null {
  if (counts.kept_rate === null || counts.kept_rate_interval === null) return null;
  const standing = standingOf(counts, goal);
  const place = (rate: number) => 2 + percentOf(rate, from, 1) * 0.96;
  const [low, high] = counts.kept_rate_interval;
  const desc = `Kept ${formatRate(counts.kept_rate)}, 95% interval ${formatInterval(counts.kept_rate_interval)}; ${sayStanding(standing, goal)}. The scale runs from ${formatGoal(from)} to 100%.`;
  return picture({ title, desc, height: 18, className: `rate ${standing.kind}` }, [
    html`<line class="axis" x1="2%" x2="98%" y1="9" y2="9"/>`,
    goal === null ? null : html`<line class="goal" x1="${place(goal)}%" x2="${place(goal)}%" y1="1" y2="17"/>`,
    html`<line class="interval" x1="${place(low)}%" x2="${place(high)}%" y1="9" y2="9"/>`,
    html`<circle class="dot" cx="${place(counts.kept_rate)}%" cy="9" r="4"/>`,
  ]);
}

/** Where a common scale of rates begins: at the ten per cent below the lowest of them, so that differences can be seen. */
export function scaleStart(rates: readonly Counts[], goals: readonly (number | null)[] = []): number {
  const ends = [...rates.map(lowEnd), ...goals.map((goal) => goal ?? 1)];
  return Math.max(0, Math.floor(Math.min(...ends, 0.9) * 10 - 0.001) / 10);
}

/** With few cases the interval is so wide that it would squeeze all others together: there the rate itself has to do. */
function lowEnd(counts: Counts): number {
  return (judged(counts) < 30 ? counts.kept_rate : counts.kept_rate_interval?.[0]) ?? 1;
}
