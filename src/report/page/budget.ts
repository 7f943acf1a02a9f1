import type { PromiseGap } from "../../gaps/gap.ts";
import { formatCount } from "../format/count.ts";
import { html, type Markup } from "../markup.ts";
import { alertSentence, budgetSentence, formatBurn } from "../words/budget.ts";
import { dataTable, disclosure } from "./table.ts";

/** How many broken promises the goal leaves room for, and how fast they are used up. */
export function budgetPart(gap: PromiseGap): Markup {
  const sentence = budgetSentence(gap);
  if (gap.budget === null || sentence === null)
    return html`<p>No goal is set, so there is no budget of broken promises.</p>`;
  const used = gap.budget.used;
  const gauge = used === null ? null : gaugeOf(used);
  const alert = alertSentence(gap);
  const burn = gap.budget.burn.map((each) => [each.window, formatBurn(each.rate), formatCount(each.judged)]);
  const columns = [
    { head: "The last", kind: "words" },
    { head: "Burn", kind: "number" },
    { head: "Judged", kind: "number" },
  ] as const;
  const table = dataTable(`Burn of the budget: ${gap.promise} (1× uses it up exactly over 30 days)`, columns, burn);
  return html`${gauge}<p>${sentence}</p>${alert === null ? null : html`<p class="alert">${alert}</p>`}${burn.length > 0 ? disclosure("How fast it burns", table) : null}`;
}

/** Full is the whole budget; what goes over it is drawn to scale beside it, up to three times. */
function gaugeOf(used: number): Markup {
  const scale = Math.max(1, Math.min(3, used));
  const within = (Math.min(1, used) / scale) * 100;
  const over = (Math.max(0, Math.min(3, used) - 1) / scale) * 100;
  return html`<div class="gauge" aria-hidden="true"><span class="used" style="width:${within}%"></span><span class="over" style="width:${over}%"></span><span class="end" style="left:${100 / scale}%"></span></div>`;
}
