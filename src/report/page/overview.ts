import type { PromiseGap, Report } from "../../gaps/gap.ts";
import { rateDot } from "../chart/rate.ts";
import { formatCount } from "../format/count.ts";
import { formatGoal, formatInterval, formatRate } from "../format/rate.ts";
import { formatScore } from "../format/score.ts";
import { type Hole, html, type Markup } from "../markup.ts";
import { broken, judged } from "../words/counts.ts";
import { sayStanding, standingOf } from "../words/standing.ts";
import { anchorOf, type Context } from "./context.ts";
import { customerWords, teamName } from "./names.ts";
import { signature } from "./signature.ts";

const HEADS = ["Promise, in the customer’s words", "Expected ▼, target ◇, delivered", "Kept", "Broken", "Felt"];

/** Every promise in one row: what was promised, what came of it, and who answers. */
export function overview(report: Report, context: Context): Markup {
  if (report.promises.length === 0)
    return html`<section id="overview"><h2>The promises</h2><p>No promise is written in the experience file yet.</p></section>`;
  // The roles are spelt out because on a narrow screen the rows are no longer laid out as a table.
  const heads = HEADS.map((head) => html`<th role="columnheader" scope="col">${head}</th>`);
  const rows = report.promises.map((gap, i) => row(gap, i, context));
  return html`<section id="overview" aria-labelledby="overview-head"><h2 id="overview-head">The promises</h2>
<table class="overview" role="table"><caption>${caption(context)}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">${rows}</tbody></table></section>`;
}

function caption(context: Context): string {
  return `Kept rates with their 95% interval on a scale from ${formatGoal(context.rateFrom)} to 100%; the upright stroke is the goal.`;
}

function row(gap: PromiseGap, i: number, context: Context): Markup {
  const cell = (label: string, className: string, content: Hole) =>
    html`<td role="cell" class="${className}" data-label="${label}">${content}</td>`;
  return html`<tr role="row"><th role="rowheader" scope="row" class="who"><a href="#${anchorOf(i)}">${customerWords(gap.says)}</a><span class="by">${teamName(gap.team, gap.outside)}</span></th>${[
    cell("Expected, target, delivered", "line", signature(gap, context, "small")),
    cell("Kept", "kept", keptCell(gap, context)),
    cell("Broken", "count", brokenCell(gap)),
    cell("Felt", "feel", feltCell(gap)),
  ]}</tr>`;
}

function keptCell(gap: PromiseGap, context: Context): Markup {
  const standing = standingOf(gap, gap.goal);
  if (standing.kind === "no-evidence")
    return html`<span class="none">no evidence</span><br><span class="soft">${sayGoal(gap)}</span>`;
  const dot = rateDot(gap, gap.goal, context.rateFrom, `Kept rate: ${gap.says}`);
  return html`<span class="figure ${standing.kind}">${formatRate(gap.kept_rate)}</span> <span class="soft">${formatInterval(gap.kept_rate_interval)}</span>${dot}<span class="standing ${standing.kind}">${sayStanding(standing, gap.goal)}</span>`;
}

function sayGoal({ goal }: PromiseGap): string {
  return goal === null ? "no goal set" : `goal ${formatGoal(goal)}`;
}

function brokenCell(gap: PromiseGap): Markup {
  const open = gap.open > 0 ? html`<span class="soft">${formatCount(gap.open)} open</span>` : null;
  return html`<span class="figure">${formatCount(broken(gap))}</span><span class="soft">of ${formatCount(judged(gap))} judged</span>${open}`;
}

function feltCell(gap: PromiseGap): Markup {
  const { kept, broken } = gap.felt;
  if (kept.mean === null && broken.mean === null) return html`<span class="none">no answer</span>`;
  const say = (mean: number | null) => (mean === null ? "–" : formatScore(mean));
  return html`<span class="pair"><span class="kept-words">kept</span> <b>${say(kept.mean)}</b></span><span class="pair"><span class="broken-words">broken</span> <b>${say(broken.mean)}</b></span>`;
}
