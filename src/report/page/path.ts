import type { JourneyPath } from "../../gaps/gap.ts";
import { formatCount } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { bar } from "./table.ts";

/** The path as it is meant: how many come to each step, and how long they wait for the next. */
export function pathAsMeant(journey: JourneyPath): Markup | null {
  if (journey.path.length === 0) return null;
  const steps = journey.path.map((event, i) => {
    const next = journey.path[i + 1];
    return html`<li>${stop(journey, event)}${next === undefined ? null : stretch(journey, event, next)}</li>`;
  });
  return html`<div class="part"><h4>The path as it is meant</h4><ol class="path">${steps}</ol></div>`;
}

function stop(journey: JourneyPath, event: string): Markup {
  const step = journey.steps.find((candidate) => candidate.event === event);
  const reached = step?.subjects ?? 0;
  const share = journey.subjects > 0 ? reached / journey.subjects : 0;
  return html`<div class="stop"><span class="event">${event}</span><span class="number">${formatCount(reached)} <span class="soft">${formatRate(share)}</span></span>${bar(share, "within")}</div>`;
}

function stretch(journey: JourneyPath, from: string, to: string): Markup {
  const direct = journey.follows.find((candidate) => candidate.from === from && candidate.to === to);
  if (direct === undefined) return html`<div class="stretch">nobody goes straight on</div>`;
  return html`<div class="stretch">${formatCount(direct.count)} go straight on; half wait ${formatDuration(direct.p50)}, one in ten longer than ${formatDuration(direct.p90)}</div>`;
}
