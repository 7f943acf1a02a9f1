import type { PromiseGap, Slice } from "../../gaps/gap.ts";
import { monthsChart } from "../chart/months.ts";
import { inOrder } from "../chart/trend.ts";
import { formatInterval, formatRate } from "../format/rate.ts";
import { type Hole, html, type Markup } from "../markup.ts";
import { distanceSentences } from "../words/distance.ts";
import { sayStanding, standingOf } from "../words/standing.ts";
import { budgetPart } from "./budget.ts";
import { anchorOf, type Context } from "./context.ts";
import { costPart } from "./cost.ts";
import { fatePart } from "./fate.ts";
import { feltPart } from "./felt.ts";
import { legsPart } from "./legs.ts";
import { marksTables } from "./marks-tables.ts";
import { customerWords, teamName } from "./names.ts";
import { signature } from "./signature.ts";
import { sliceTable } from "./slices.ts";
import { disclosure } from "./table.ts";

/** One promise in depth. */
export function promiseSection(gap: PromiseGap, i: number, all: number, context: Context): Markup {
  const id = anchorOf(i);
  const cost = context.costs.get(gap.promise);
  return html`<section class="promise" id="${id}" aria-labelledby="${id}-head">
<header><p class="eyebrow">Promise ${i + 1} of ${all} · <code>${gap.promise}</code></p><h2 id="${id}-head" dir="auto">${customerWords(gap.says)}</h2>${whereFrom(gap)}</header>
<div class="verdict">${rateFigure(gap)}<div class="picture">${signature(gap, context, "large")}${marksTables(gap, context)}</div></div>
<div class="columns">${part("What became of it", fatePart(gap))}${part("How far apart", distances(gap, context))}${part("Goal and budget", budgetPart(gap))}${part("Felt", feltPart(gap, context))}</div>
${cost === undefined ? null : costPart(cost, context.currency)}${months(gap, context)}${legsPart(gap)}${slices(gap, context)}</section>`;
}

function part(head: string, content: Hole): Markup | null {
  return content === null ? null : html`<div class="part"><h3>${head}</h3>${content}</div>`;
}

function whereFrom(gap: PromiseGap): Markup {
  const { at, how, quote } = gap.made;
  const made =
    at === null && how === null
      ? null
      : html`<span>${how ?? "made"}${at === null ? null : html` at <b>${at}</b>`}</span>`;
  const quoted = quote === null ? null : html`<span class="quote" dir="auto">“${quote}”</span>`;
  const journey = gap.journey === null ? null : html`<span>in the journey <b>${gap.journey}</b></span>`;
  const touchpoint = gap.touchpoint === null ? null : html` at <b>${gap.touchpoint}</b>`;
  return html`<p class="where"><span>${teamName(gap.team, gap.outside)}${gap.team === null ? null : " answers"}${touchpoint}</span>${journey}${made}${quoted}</p>`;
}

function rateFigure(gap: PromiseGap): Markup {
  const standing = standingOf(gap, gap.goal);
  if (gap.kept_rate === null)
    return html`<div class="rate-figure"><span class="big none">no evidence</span><span class="soft">nothing was judged</span></div>`;
  return html`<div class="rate-figure"><span class="big ${standing.kind}">${formatRate(gap.kept_rate)}</span><span>kept</span><span class="soft">95% interval ${formatInterval(gap.kept_rate_interval)}</span><span class="standing ${standing.kind}">${sayStanding(standing, gap.goal)}</span></div>`;
}

function distances(gap: PromiseGap, context: Context): Markup | null {
  const sentences = distanceSentences(gap, context.currency);
  if (sentences.length === 0) return null;
  return html`<ul class="sentences">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function months(gap: PromiseGap, context: Context): Markup | null {
  const dated = inOrder(gap.by_month);
  if (dated.length === 0) return null;
  const chart = dated.length > 1 ? monthsChart(dated, gap.goal, `Month by month: ${gap.says}`) : null;
  const table = sliceTable(`Month by month: ${gap.promise}`, "Month", dated, gap, context, "month");
  return html`<div class="part wide"><h3>Month by month</h3>${chart}${chart === null ? table : disclosure("The months as a table", table)}</div>`;
}

function slices(gap: PromiseGap, context: Context): Markup[] {
  const worth = (rows: readonly Slice[]) => rows.length > 1 || rows.some((row) => row.key !== null);
  const several = (rows: readonly Slice[]) => rows.length > 1;
  const show = (head: string, word: string, rows: readonly Slice[]) =>
    html`<div class="part wide"><h3>${head}</h3>${sliceTable(`${head}: ${gap.promise}`, word, rows, gap, context)}</div>`;
  return [
    ...(worth(gap.by_occasion) ? [show("By occasion", "Occasion", gap.by_occasion)] : []),
    ...(several(gap.by_team) ? [show("By team", "Team", gap.by_team)] : []),
    ...(several(gap.by_touchpoint) ? [show("By touchpoint", "Touchpoint", gap.by_touchpoint)] : []),
    ...Object.entries(gap.by_property).flatMap(([name, rows]) => (worth(rows) ? [show(`By ${name}`, name, rows)] : [])),
  ];
}
