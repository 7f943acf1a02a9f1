import type { Part } from "../../gaps/gap.ts";
import { formatMonth } from "../format/moment.ts";
import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { judged } from "../words/counts.ts";
import { standingOf } from "../words/standing.ts";
import { rateBand } from "./rate-band.ts";
import { percentOf, picture } from "./svg.ts";

const HEIGHT = 40;
const ROOM = 5;
/** Months with fewer judged swing by chance; they do not stretch the scale. */
const STEADY = 10;
/** However steady a promise is, its line shows no less than so much of the scale. */
const SPAN = 0.1;

/** How the kept rate moved, in one cell of a table: each line on a scale of its own, with the goal across it. */
export function trendLine(all: readonly Part[], goal: number | null, title: string): Markup | null {
  const months = inOrder(all);
  const known = months.filter((month) => month.kept_rate !== null);
  const last = known.at(-1);
  if (known.length < 2 || last === undefined) return null;
  const scale = scaleOf(known, goal);
  const down = (rate: number) => ROOM + (HEIGHT - 2 * ROOM) * (1 - percentOf(rate, scale.from, scale.to) / 100);
  const across = (i: number) => 3 + (i / (months.length - 1)) * 94;
  const says = known.map((month) => `${formatMonth(month.key ?? "")}: ${formatRate(month.kept_rate)}`).join(", ");
  const about = { title, desc: `Kept rate by month: ${says}.`, height: HEIGHT, className: "trend" };
  const standing = standingOf(last, goal).kind;
  return picture(about, [
    goal === null ? null : html`<line class="goal" x1="0" x2="100%" y1="${down(goal)}" y2="${down(goal)}"/>`,
    rateBand(months, HEIGHT, across, down),
    html`<circle class="dot ${standing}" cx="${across(months.indexOf(last))}%" cy="${down(last.kept_rate ?? 0)}" r="3.5"/>`,
  ]);
}

/** The months that have a name, the earliest first. */
export function inOrder<Month extends Part>(months: readonly Month[]): readonly Month[] {
  return months.filter((month) => month.key !== null).toSorted((a, b) => ((a.key ?? "") < (b.key ?? "") ? -1 : 1));
}

function scaleOf(known: readonly Part[], goal: number | null): { readonly from: number; readonly to: number } {
  const steady = known.filter((month) => judged(month) >= STEADY);
  const rates = (steady.length > 1 ? steady : known).map((month) => month.kept_rate ?? 0);
  const places = goal === null ? rates : [...rates, goal];
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const spare = Math.max(0, SPAN - (high - low)) / 2;
  return { from: Math.max(0, low - spare), to: Math.min(1, high + spare) };
}
