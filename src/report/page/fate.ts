import type { PromiseGap } from "../../gaps/gap.ts";
import { formatCount } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { fatesOf, targetSentence } from "../words/fate.ts";

/** What became of every time the promise was made. */
export function fatePart(gap: PromiseGap): Markup {
  const fates = fatesOf(gap);
  const all = fates.reduce((sum, fate) => sum + fate.count, 0);
  if (all === 0) return html`<p>It was never asked for.</p>`;
  const target = targetSentence(gap);
  const bar = fates.map((fate) => html`<span class="${fate.kind}" style="width:${(fate.count / all) * 100}%"></span>`);
  const rows = fates.map(
    (fate) =>
      html`<tr><th scope="row"><span class="swatch ${fate.kind}" aria-hidden="true"></span><span>${fate.words}</span></th><td class="number">${formatCount(fate.count)}</td><td class="number soft">${formatRate(fate.count / all)}</td></tr>`,
  );
  return html`<div class="fate" aria-hidden="true">${bar}</div><table class="plain"><caption>Asked ${formatCount(gap.asked)} times</caption><thead class="unseen"><tr><th scope="col">What became of it</th><th scope="col">How many</th><th scope="col">Share</th></tr></thead><tbody>${rows}</tbody></table>${target === null ? null : html`<p class="note">${target}</p>`}`;
}
