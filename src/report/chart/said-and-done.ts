import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { anchorAt, picture } from "./svg.ts";

/** A share of people with its 95 % interval. */
export interface Said {
  readonly words: string;
  readonly value: number;
  readonly ends: readonly [number, number];
}

const ROW = 50;

/** Shares of people below one another on one scale from nobody to everybody: what they said, and what they did. */
export function saidAndDone(rows: readonly Said[], title: string): Markup {
  const height = rows.length * ROW + 20;
  const along = (share: number): number => 2 + Math.min(1, Math.max(0, share)) * 96;
  const desc = `${rows.map(({ words, value }) => `${words}: ${formatRate(value)}`).join("; ")}.`;
  return picture({ title, desc, height, className: "said" }, [
    rows.map(({ words, value, ends }, i) => {
      const y = i * ROW + 26;
      const x = along(value);
      return html`<text class="tick" x="2%" y="${y - 12}">${words}</text><line class="axis" x1="2%" x2="98%" y1="${y}" y2="${y}"/><line class="spread" x1="${along(ends[0])}%" x2="${along(ends[1])}%" y1="${y}" y2="${y}"/><circle class="dot" cx="${x}%" cy="${y}" r="5"/><text x="${x}%" y="${y + 19}" text-anchor="${anchorAt(x, 8)}">${formatRate(value)}</text>`;
    }),
    html`<text class="tick" x="2%" y="${height - 4}">nobody</text><text class="tick" x="98%" y="${height - 4}" text-anchor="end">everybody</text>`,
  ]);
}
