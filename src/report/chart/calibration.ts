import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { percentOf, picture } from "./svg.ts";

/** What was foreseen of some, and the share of them that it came true for, with its interval where that is known. */
export interface Point {
  readonly foreseen: number;
  readonly happened: number;
  readonly interval: readonly [number, number] | null;
}

const TOP = 14;
const HEIGHT = 150;

/** Whether chances mean what they say: what was foreseen goes to the right, what happened up; on the line both are one. */
export function calibrationChart(points: readonly Point[], title: string, words: { readonly came: string }): Markup {
  const ends = points.flatMap(({ foreseen, happened, interval }) => [foreseen, happened, interval?.[1] ?? 0]);
  const most = Math.min(1, Math.ceil(Math.max(0.1, ...ends) * 10) / 10);
  const along = (share: number): number => 4 + percentOf(share, 0, most) * 0.92;
  const down = (share: number): number => TOP + HEIGHT - (percentOf(share, 0, most) / 100) * HEIGHT;
  const desc = points
    .map(({ foreseen, happened }) => `foreseen ${formatRate(foreseen)}, ${words.came} ${formatRate(happened)}`)
    .join("; ");
  return picture({ title, desc: `${desc}.`, height: TOP + HEIGHT + 38, className: "calibration" }, [
    html`<line class="axis" x1="4%" x2="96%" y1="${down(0)}" y2="${down(0)}"/><line class="diagonal" x1="4%" x2="96%" y1="${down(0)}" y2="${down(most)}"/>`,
    [0, most / 2, most].map(
      (tick) =>
        html`<text class="tick" x="${along(tick)}%" y="${down(0) + 16}" text-anchor="middle">${formatRate(tick)}</text>`,
    ),
    html`<text class="tick" x="4%" y="${TOP - 3}">${words.came} ${formatRate(most)}</text><text class="tick" x="96%" y="${down(0) + 34}" text-anchor="end">foreseen</text>`,
    points.map(({ foreseen, happened, interval }) => {
      const x = along(foreseen);
      const ends =
        interval === null
          ? null
          : html`<line class="spread" x1="${x}%" x2="${x}%" y1="${down(interval[0])}" y2="${down(interval[1])}"/>`;
      return html`${ends}<circle class="dot" cx="${x}%" cy="${down(happened)}" r="4"/>`;
    }),
  ]);
}
