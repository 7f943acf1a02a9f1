import type { PromiseGap } from "../../gaps/gap.ts";
import { formatCount } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";

type Fate = "kept" | "late" | "missed" | "open" | "excused" | "unpromised" | "unmeasured";

const WORDS: Readonly<Record<Fate, string>> = {
  kept: "kept",
  late: "late: it came, but after they expected it",
  missed: "missed: it did not come, or the wrong thing happened",
  open: "open: the time is not over",
  excused: "excused: no longer needed before it was due",
  unpromised: "nothing was promised",
  unmeasured: "could not be measured",
};

const FATES = ["kept", "late", "missed", "open", "excused", "unpromised", "unmeasured"] as const;

/** What became of every time the promise was made. */
export function fatePart(gap: PromiseGap): Markup {
  const present = FATES.filter((fate) => gap[fate] > 0);
  const all = present.reduce((sum, fate) => sum + gap[fate], 0);
  if (all === 0) return html`<p>It was never asked for.</p>`;
  const share = (fate: Fate) => (gap[fate] / all) * 100;
  const bar = present.map((fate) => html`<span class="${fate}" style="width:${share(fate)}%"></span>`);
  const rows = present.map(
    (fate) =>
      html`<tr><th scope="row"><span class="swatch ${fate}" aria-hidden="true"></span>${WORDS[fate]}</th><td class="number">${formatCount(gap[fate])}</td><td class="number soft">${formatRate(gap[fate] / all)}</td></tr>`,
  );
  return html`<div class="fate" aria-hidden="true">${bar}</div><table class="plain"><caption>Asked ${formatCount(gap.asked)} times</caption><thead class="unseen"><tr><th scope="col">What became of it</th><th scope="col">How many</th><th scope="col">Share</th></tr></thead><tbody>${rows}</tbody></table>${onTarget(gap)}`;
}

function onTarget(gap: PromiseGap): Markup | null {
  const all = gap.on_target + gap.off_target;
  if (all === 0 || gap.target_rate === null) return null;
  return html`<p class="note">Our own target was met ${formatCount(gap.on_target)} of ${formatCount(all)} times (${formatRate(gap.target_rate)}).</p>`;
}
