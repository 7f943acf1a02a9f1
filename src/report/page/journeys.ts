import type { JourneyPath } from "../../gaps/gap.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatRate } from "../format/rate.ts";
import { type Hole, html, type Markup } from "../markup.ts";
import { journeySentence, runsOf } from "../words/journey.ts";
import { eventName } from "./names.ts";
import { pathAsMeant } from "./path.ts";
import { bar, dataTable } from "./table.ts";

const FOLLOWS_SHOWN = 15;
const VARIANTS_SHOWN = 10;

/** The journeys: the path as it is meant and as it is gone. */
export function journeysSection(journeys: readonly JourneyPath[]): Markup | null {
  if (journeys.length === 0) return null;
  return html`<section id="journeys" aria-labelledby="journeys-head"><h2 id="journeys-head">Journeys</h2>${journeys.map(one)}</section>`;
}

function one(journey: JourneyPath): Markup {
  return html`<article class="journey"><h3 class="name" dir="auto">${journey.journey}</h3><p>${journeySentence(journey)}</p>
<div class="halves">${pathAsMeant(journey)}${variants(journey)}</div>${follows(journey)}</article>`;
}

function follows(journey: JourneyPath): Markup | null {
  if (journey.follows.length === 0) return null;
  const sorted = journey.follows.toSorted((a, b) => b.count - a.count);
  const most = Math.max(1, sorted[0]?.count ?? 0);
  const direct = new Set(journey.path.slice(1).map((event, i) => JSON.stringify([journey.path[i], event])));
  const columns = [
    { head: "What follows directly on what", kind: "words" },
    { head: "Times", kind: "number" },
    { head: "Times, drawn", kind: "picture slim" },
    { head: "Half within", kind: "number" },
    { head: "9 in 10 within", kind: "number" },
  ] as const;
  const rows = sorted.slice(0, FOLLOWS_SHOWN).map((step): Hole[] => {
    const meant = direct.has(JSON.stringify([step.from, step.to]));
    return [
      html`<span class="${meant ? "meant" : "detour"}">${eventName(step.from)} <span class="arrow">→</span> ${eventName(step.to)}</span>`,
      formatCount(step.count),
      bar(step.count / most, meant ? "within" : "detour"),
      formatDuration(step.p50),
      formatDuration(step.p90),
    ];
  });
  const rest = sorted.length - FOLLOWS_SHOWN;
  const note =
    rest > 0 ? html`<p class="note">${countOf(rest, "rarer pair is", "rarer pairs are")} not shown.</p>` : null;
  return html`<div class="part wide"><h4>As it is gone</h4>${dataTable(`${journey.journey}: what follows directly on what`, columns, rows, "Dotted: off the path as it is meant.")}${note}</div>`;
}

function variants(journey: JourneyPath): Markup | null {
  if (journey.variants.length === 0) return null;
  const columns = [
    { head: "Way", kind: "words" },
    { head: "How many", kind: "number" },
    { head: "Share", kind: "number" },
  ] as const;
  const meant = new Set(journey.path);
  const rows = journey.variants
    .slice(0, VARIANTS_SHOWN)
    .map((variant): Hole[] => [
      html`<span class="way">${steps(variant.path, meant)}</span>${bar(variant.share, "within")}`,
      formatCount(variant.count),
      formatRate(variant.share),
    ]);
  const rest = journey.variant_count - rows.length;
  const note =
    rest > 0 ? html`<p class="note">${countOf(rest, "rarer way is", "rarer ways are")} not shown.</p>` : null;
  return html`<div class="part"><h4>The most common ways</h4>${dataTable(`${journey.journey}: the most common ways`, columns, rows)}${note}</div>`;
}

/** "contact.opened ×3" for the same step again and again. */
function steps(path: readonly string[], meant: ReadonlySet<string>): Markup[] {
  return runsOf(path).map(({ event, times }, i) => {
    const arrow = i === 0 ? null : html` <span class="arrow">→</span> `;
    return html`${arrow}<span class="${meant.has(event) ? "meant" : "detour"}">${eventName(event)}${times > 1 ? ` ×${formatCount(times)}` : null}</span>`;
  });
}
