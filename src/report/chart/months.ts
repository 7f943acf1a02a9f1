import type { Slice } from "../../gaps/gap.ts";
import { formatBriefCount } from "../format/count.ts";
import { formatMonth } from "../format/moment.ts";
import { formatGoal, formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { broken, judged } from "../words/counts.ts";
import { scaleStart } from "./rate.ts";
import { rateBand } from "./rate-band.ts";
import { percentOf, picture } from "./svg.ts";

const TOP = 12;
const RATES = 78;
const VOLUME_TOP = TOP + RATES + 26;
const VOLUME = 36;

/** How the kept rate moved: month by month with its interval and the goal, and how many were judged below it. */
export function monthsChart(months: readonly Slice[], goal: number | null, title: string): Markup {
  const from = scaleStart(months, [goal]);
  const height = VOLUME_TOP + VOLUME + 20;
  const desc = `${months.length} months; the kept rate runs ${months.map((month) => `${formatMonth(month.key ?? "")}: ${formatRate(month.kept_rate)}`).join(", ")}.`;
  const down = (rate: number) => TOP + RATES - (percentOf(rate, from, 1) / 100) * RATES;
  return picture({ title, desc, height, className: "months" }, [
    gridLine(1, down),
    gridLine(from, down),
    rateBand(months, TOP + RATES + 4, (i) => placeOf(i, months), down),
    goal === null ? null : goalLine(goal, down),
    months.map((month, i) => rateMark(month, placeOf(i, months), down)),
    volumes(months),
    labels(months, height),
  ]);
}

function placeOf(i: number, months: readonly Slice[]): number {
  return ((i + 0.5) / months.length) * 100;
}

function gridLine(rate: number, down: (rate: number) => number): Markup {
  const y = down(rate);
  return html`<line class="grid" x1="0" x2="100%" y1="${y}" y2="${y}"/><text class="tick" x="0" y="${y - 3}">${formatGoal(rate)}</text>`;
}

function goalLine(goal: number, down: (rate: number) => number): Markup {
  const y = down(goal);
  return html`<line class="goal" x1="0" x2="100%" y1="${y}" y2="${y}"/><text class="goal-words" x="100%" y="${y - 4}" text-anchor="end">goal ${formatGoal(goal)}</text>`;
}

function rateMark(month: Slice, x: number, down: (rate: number) => number): Markup | null {
  if (month.kept_rate === null) return null;
  return html`<circle class="dot" cx="${x}%" cy="${down(month.kept_rate)}" r="2.5"/>`;
}

function volumes(months: readonly Slice[]): Markup[] {
  const most = Math.max(...months.map(judged), 1);
  const width = Math.min(6, 100 / months.length) * 0.7;
  const foot = VOLUME_TOP + VOLUME;
  const bars = months.map((month, i) => {
    const whole = (judged(month) / most) * VOLUME;
    const part = (broken(month) / most) * VOLUME;
    const x = placeOf(i, months) - width / 2;
    return html`<rect class="within" x="${x}%" width="${width}%" y="${foot - whole}" height="${whole - part}"/><rect class="beyond" x="${x}%" width="${width}%" y="${foot - part}" height="${part}"/>`;
  });
  const scale = html`<line class="axis" x1="0" x2="100%" y1="${foot + 0.5}" y2="${foot + 0.5}"/><text class="tick" x="0" y="${VOLUME_TOP - 3}">judged, at most ${formatBriefCount(most)} a month</text>`;
  return [...bars, scale];
}

/** As many labels as fit a narrow screen; the table has them all. */
function labels(months: readonly Slice[], height: number): Markup[] {
  const every = Math.max(1, Math.ceil(months.length / 5));
  return months.flatMap((month, i) => {
    if (i % every !== 0) return [];
    const x = placeOf(i, months);
    const anchor = x < 8 ? "start" : x > 92 ? "end" : "middle";
    return [
      html`<text class="tick" x="${anchor === "start" ? 0 : anchor === "end" ? 100 : x}%" y="${height - 4}" text-anchor="${anchor}">${formatMonth(month.key ?? "no month")}</text>`,
    ];
  });
}
