import { type AdjustedEstimate, OUTCOMES, type OutcomeCost, type PromiseCost } from "../../value/cost/cost.ts";
import type { DriversOrRefusal } from "../../value/drivers/driver.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { bestOf, costNotes, costSentence, formatDifference, formatEnds, OUTCOME_WORDS } from "../words/cost.ts";
import { adjustedPoints } from "../words/drivers.ts";
import { dataTable, disclosure } from "./table.ts";

const FIGURES = [
  { head: "What it moves", kind: "words" },
  { head: "Broken against kept", kind: "number" },
  { head: "95% interval", kind: "number" },
  { head: "Grade", kind: "words" },
  { head: "As they are", kind: "number" },
  { head: "Promises", kind: "number" },
] as const;

const BALANCE = [
  { head: "Known beforehand", kind: "words" },
  { head: "Apart before", kind: "number" },
  { head: "Apart after", kind: "number" },
] as const;

/** What a broken promise costs: the figures, what they mean, and how alike those are who are compared. */
export function costPart(cost: PromiseCost, currency: string | null): Markup {
  const rows = OUTCOMES.map((outcome) => rowOf(cost[outcome], currency));
  const sentences = OUTCOMES.map((outcome) => {
    const words = [costSentence(cost[outcome], currency, cost.window_days), ...costNotes(cost[outcome])].join(" ");
    return html`<li>${words}</li>`;
  });
  return html`<div class="part wide"><h3>What a broken one costs</h3>${dataTable(`What a broken one costs: ${cost.promise}`, FIGURES, rows)}<ul class="sentences">${sentences}</ul>${OUTCOMES.map((outcome) => balance(cost, cost[outcome]))}</div>`;
}

function rowOf(cost: OutcomeCost, currency: string | null): string[] {
  const best = bestOf(cost);
  if (best === null)
    return [OUTCOME_WORDS[cost.outcome], "not known", "", "", "", formatCount(cost.n.broken + cost.n.kept)];
  const seen =
    cost.naive.kind === "estimate"
      ? `${formatDifference(cost.naive.value, cost.unit, currency)} (${formatEnds(cost.naive, cost.unit, currency)})`
      : "";
  return [
    OUTCOME_WORDS[cost.outcome],
    formatDifference(best.value, cost.unit, currency),
    formatEnds(best, cost.unit, currency),
    best.grade,
    seen,
    formatCount(best.n),
  ];
}

/** The likeness of the two sides, for whoever wants to see it. */
function balance({ promise }: PromiseCost, { outcome, adjusted }: OutcomeCost): Markup | null {
  if (adjusted.kind === "refusal" || adjusted.balance.length === 0) return null;
  const rows = adjusted.balance.map(({ name, before, after }) => [name, before.toFixed(2), after.toFixed(2)]);
  const name = `${OUTCOME_WORDS[outcome]}: how alike the broken and the kept are, ${promise}`;
  const note =
    "Standard deviations between the broken and the kept, as they are and as they are compared; below 0.1 they count as alike.";
  const tables = html`${dataTable(name, BALANCE, rows, note)}${overlap(promise, outcome, adjusted)}`;
  return disclosure(`${OUTCOME_WORDS[outcome]}: who is compared with whom`, tables);
}

const OVERLAP = [
  { head: "Chance of being broken", kind: "words" },
  { head: "Broken", kind: "number" },
  { head: "Kept", kind: "number" },
] as const;

/** By tenths of the chance of being broken, as it was known beforehand: only where both are can they be compared. */
function overlap(promise: string, outcome: OutcomeCost["outcome"], adjusted: AdjustedEstimate): Markup {
  const rows = adjusted.overlap.map(({ from, to, broken, kept }) => [
    `${formatRate(from)} to ${formatRate(to)}`,
    formatCount(broken),
    formatCount(kept),
  ]);
  const name = `${OUTCOME_WORDS[outcome]}: who has others like them, ${promise}`;
  const note = `By the chance of being broken that was known beforehand. Only where there are broken and kept ones can they be compared: ${formatCount(adjusted.compared)} broken ones have kept ones like them, which are worth ${formatCount(Math.floor(adjusted.effective_kept))}.`;
  return dataTable(name, OVERLAP, rows, note);
}

const DRIVERS = [
  { head: "Promise", kind: "words" },
  { head: "Share of the scores", kind: "number" },
  { head: "95% interval", kind: "number" },
  { head: "By Johnson", kind: "number" },
  { head: "95% interval", kind: "number" },
  { head: "Points where broken", kind: "number" },
  { head: "95% interval", kind: "number" },
  { head: "Adjusted cost", kind: "number" },
  { head: "Broken for", kind: "number" },
] as const;

/** Which broken promises move the felt score most. */
export function driversSection(drivers: DriversOrRefusal, costs: readonly PromiseCost[] = []): Markup {
  const head = html`<h2 id="drivers-head">What moves the felt score</h2>`;
  if (drivers.kind === "refusal")
    return html`<section id="drivers" aria-labelledby="drivers-head">${head}<p>It cannot be known: ${drivers.reason} Needed: ${drivers.needed}</p></section>`;
  const rows = drivers.promises.map(({ promise, says, share, weight, points, broken }) => [
    says,
    formatRate(share.value),
    `${formatRate(share.low)} to ${formatRate(share.high)}`,
    formatRate(weight.value),
    `${formatRate(weight.low)} to ${formatRate(weight.high)}`,
    formatDifference(points.value, "points", null),
    formatEnds(points, "points", null),
    adjustedPoints(costs, promise),
    formatCount(broken),
  ]);
  const left = drivers.left_out.map(({ promise, why }) => html`<li><code>${promise}</code>: ${why}</li>`);
  const rest =
    left.length === 0 ? null : disclosure("Promises that are left out", html`<ul class="sentences">${left}</ul>`);
  return html`<section id="drivers" aria-labelledby="drivers-head">${head}<p>Of what ${countOf(drivers.n, "customer", "customers")} said last, broken promises explain ${formatRate(drivers.explained)}. A promise counts when it was broken in the ${String(Math.round(drivers.window_days))} days before. Seen together, and no more (grade D).</p>${dataTable("Shares and points of each promise", DRIVERS, rows)}${rest}</section>`;
}
