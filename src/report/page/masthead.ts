import type { Report } from "../../gaps/gap.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatDay, formatMoment } from "../format/moment.ts";
import { html, type Markup } from "../markup.ts";
import { leadOf } from "../words/lead.ts";
import { anchorOf } from "./context.ts";
import { customerWords } from "./names.ts";

/** Whose report this is, what it rests on, and the one sentence that matters most. */
export function masthead(report: Report): Markup {
  return html`<header class="mast"><div class="brand"><span class="wordmark">Kept</span><button type="button" id="theme" hidden>Dark</button></div>
<h1 dir="auto">${report.experience}</h1>
<p class="question">What did our customers think they bought, and did they get it?</p>
<dl class="facts"><div><dt>As of</dt><dd>${formatMoment(report.as_of, report.timezone)} <span class="soft">${report.timezone}</span></dd></div><div><dt>Customers</dt><dd>${formatCount(report.customers)}</dd></div><div><dt>Events</dt><dd>${formatCount(report.events)}</dd></div><div><dt>From and to</dt><dd>${spanWords(report)}</dd></div></dl></header>`;
}

function spanWords({ first_event, last_event, timezone }: Report): string {
  if (first_event === null || last_event === null) return "no event yet";
  return `${formatDay(first_event, timezone)} to ${formatDay(last_event, timezone)}`;
}

export function leadSection(report: Report): Markup {
  const lead = leadOf(report);
  const index = report.promises.findIndex(({ promise }) => promise === lead.promise?.promise);
  const says = lead.says === null ? null : html`<a href="#${anchorOf(index)}">${customerWords(lead.says)}</a>`;
  const then = lead.then === null ? null : html`<p class="then">${lead.then}</p>`;
  return html`<section class="lead" aria-label="What matters most"><p class="sentence">${lead.before}${says}${lead.after}</p>${then}</section>`;
}

/** A way to a part of the page that is not in every report. */
export interface Way {
  readonly to: string;
  readonly words: string;
}

/** The ways into the page. */
export function contents(report: Report, ways: readonly Way[] = []): Markup {
  const journeys = report.journeys.length > 0 ? html`<a href="#journeys">Journeys</a>` : null;
  const teams = report.by_team.length + report.by_touchpoint.length > 0 ? html`<a href="#teams">Who answers</a>` : null;
  const unknown =
    report.unknown_events.length > 0
      ? html`<a href="#unknown">${countOf(report.unknown_events.length, "unknown event", "unknown events")}</a>`
      : null;
  return html`<nav class="contents" aria-label="Contents"><a href="#overview">Promises</a>${ways.map(({ to, words }) => html`<a href="#${to}">${words}</a>`)}${journeys}${teams}${unknown}<a href="#guide">How to read this</a></nav>`;
}
