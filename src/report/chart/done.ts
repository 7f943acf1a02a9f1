import type { Counts } from "../../gaps/gap.ts";
import { formatCount } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { broken, brokenRate, judged } from "../words/counts.ts";
import { picture } from "./svg.ts";

/** Done or not done: where there is no axis, the two shares of one bar. */
export function doneBar(
  counts: Counts,
  title: string,
  words: { readonly kept: string; readonly broken: string },
  height = 62,
): Markup {
  const all = judged(counts);
  const share = all > 0 ? (counts.kept / all) * 100 : 0;
  const desc = `${words.kept} ${formatCount(counts.kept)}, ${words.broken} ${formatCount(broken(counts))}.`;
  const y = height > 50 ? 20 : 15;
  return picture({ title, desc, height, className: "marks done" }, [
    html`<rect class="within" x="0" width="${share}%" y="${y}" height="20" rx="2"/>`,
    html`<rect class="beyond" x="${share}%" width="${100 - share}%" y="${y}" height="20" rx="2"/>`,
    html`<text class="within-words" x="0" y="${y - 6}">${words.kept} ${formatRate(counts.kept_rate)}</text>`,
    html`<text class="beyond-words" x="100%" y="${y + 34}" text-anchor="end">${words.broken} ${formatRate(brokenRate(counts))}</text>`,
  ]);
}
