import type { PromiseGap } from "../../gaps/gap.ts";
import { formatNumber } from "../format/count.ts";
import { formatScore } from "../format/score.ts";
import { html, type Markup } from "../markup.ts";
import { percentOf, picture } from "./svg.ts";

/** What customers said of it, on their own scale: those it was kept for and those it was broken for. */
export function feltChart(felt: PromiseGap["felt"], title: string): Markup | null {
  const { kept, broken } = felt;
  const known = [kept.mean, broken.mean].filter((mean) => mean !== null);
  if (known.length === 0) return null;
  const [from, to] =
    felt.scale && felt.scale[1] > felt.scale[0]
      ? felt.scale
      : [Math.floor(Math.min(...known)), Math.ceil(Math.max(...known)) + 1];
  const place = (score: number) => 3 + percentOf(score, from, to) * 0.94;
  const desc = `On a scale from ${formatNumber(from)} to ${formatNumber(to)}: kept ${sayMean(kept.mean)}, broken ${sayMean(broken.mean)}.`;
  const steps = Number.isInteger(from) && Number.isInteger(to) && to - from <= 10 ? to - from : 1;
  const ticks = Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) / steps) * i);
  return picture({ title, desc, height: 72, className: "felt" }, [
    html`<line class="axis" x1="3%" x2="97%" y1="36" y2="36"/>`,
    ticks.map(
      (tick) =>
        html`<line class="axis" x1="${place(tick)}%" x2="${place(tick)}%" y1="33" y2="39"/><text class="tick" x="${place(tick)}%" y="68" text-anchor="middle">${formatNumber(tick)}</text>`,
    ),
    kept.mean === null || broken.mean === null
      ? null
      : html`<line class="between" x1="${place(kept.mean)}%" x2="${place(broken.mean)}%" y1="36" y2="36"/>`,
    kept.mean === null ? null : mark("kept", kept.mean, place(kept.mean), 22),
    broken.mean === null ? null : mark("broken", broken.mean, place(broken.mean), 54),
  ]);
}

function mark(word: "kept" | "broken", mean: number, x: number, y: number): Markup {
  const anchor = x < 20 ? "start" : x > 80 ? "end" : "middle";
  const shape =
    word === "kept"
      ? html`<circle class="within" cx="${x}%" cy="36" r="6"/>`
      : html`<circle class="beyond" cx="${x}%" cy="36" r="6"/>`;
  return html`${shape}<text class="${word === "kept" ? "within" : "beyond"}-words" x="${x}%" y="${y}" text-anchor="${anchor}">${word} ${formatScore(mean)}</text>`;
}

function sayMean(mean: number | null): string {
  return mean === null ? "unknown" : formatScore(mean);
}
