import type { Report, Rollup } from "../../gaps/gap.ts";
import { rateDot, scaleStart } from "../chart/rate.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatInterval, formatRate } from "../format/rate.ts";
import { type Hole, html, type Markup } from "../markup.ts";
import { broken } from "../words/counts.ts";
import { treeOf } from "../words/tree.ts";
import { type Column, dataTable } from "./table.ts";

const RATES: readonly Column[] = [
  { head: "Promises", kind: "number" },
  { head: "Kept", kind: "number" },
  { head: "95% interval", kind: "picture" },
  { head: "Broken", kind: "number" },
  { head: "Asked", kind: "number" },
];

/** Who answers: the promises of each team and of each touchpoint, added up. */
export function teamsSection(report: Report): Markup | null {
  if (report.by_team.length + report.by_touchpoint.length === 0) return null;
  const from = scaleStart([...report.by_team, ...report.by_touchpoint]);
  const teams = treeOf(report.by_team).map(({ team, depth }) => [name(team, depth), ...rates(team, from)]);
  const touchpoints = report.by_touchpoint.map((each) => [each.name, each.in ?? "–", ...rates(each, from)]);
  const team = { head: "Team", kind: "words" } as const;
  const touchpoint = { head: "Touchpoint", kind: "words" } as const;
  return html`<section id="teams" aria-labelledby="teams-head"><h2 id="teams-head">Who answers</h2>${[
    part("Teams", [team, ...RATES], teams),
    part("Touchpoints, where customers meet us", [touchpoint, team, ...RATES], touchpoints),
  ]}</section>`;
}

function part(head: string, columns: readonly Column[], rows: readonly (readonly Hole[])[]): Markup | null {
  return rows.length === 0
    ? null
    : html`<div class="part wide"><h3>${head}</h3>${dataTable(head, columns, rows)}</div>`;
}

function name(team: Rollup, depth: number): Markup {
  return html`<span style="padding-left:${Math.min(depth, 6) * 1.1}em">${team.name}</span>${team.outside ? html`&nbsp;<span class="outside">outside</span>` : null}`;
}

function rates(rollup: Rollup, from: number): Hole[] {
  const dot = rateDot(rollup, null, from, `Kept rate: ${rollup.name}`);
  return [
    formatCount(rollup.promises.length),
    rollup.kept_rate === null
      ? html`<span class="none">no evidence</span>`
      : html`<b>${formatRate(rollup.kept_rate)}</b>`,
    dot === null
      ? null
      : html`<span class="with-dot">${dot}<span class="soft">${formatInterval(rollup.kept_rate_interval)}</span></span>`,
    formatCount(broken(rollup)),
    formatCount(rollup.asked),
  ];
}

/** Events in the ledger that nobody has explained yet. */
export function unknownSection(report: Report): Markup | null {
  if (report.unknown_events.length === 0) return null;
  const rows = report.unknown_events
    .toSorted((a, b) => b.count - a.count)
    .map((event) => [event.name, formatCount(event.count)]);
  const columns = [
    { head: "Event", kind: "words" },
    { head: "Times", kind: "number" },
  ] as const;
  return html`<section id="unknown" aria-labelledby="unknown-head"><h2 id="unknown-head">Unknown events</h2><p>${countOf(rows.length, "name stands", "names stand")} in the ledger that the experience file does not know. They are kept, and no promise looks at them.</p>${dataTable("Events that the experience file does not know", columns, rows)}</section>`;
}
