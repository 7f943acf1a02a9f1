import type { Report } from "../gaps/gap.ts";
import type { PromiseCost } from "../value/cost/cost.ts";
import type { Deficits } from "../value/deficit/deficit.ts";
import type { DriversOrRefusal } from "../value/drivers/driver.ts";
import type { PromiseExpectation } from "../value/expectation/measure.ts";
import { formatMoment } from "./format/moment.ts";
import { type Hole, html, type Markup } from "./markup.ts";
import { atRiskSection } from "./page/at-risk.ts";
import { contextOf } from "./page/context.ts";
import { driversSection } from "./page/cost.ts";
import { type EquityPart, equitySection } from "./page/equity.ts";
import { guide } from "./page/guide.ts";
import { journeysSection } from "./page/journeys.ts";
import { contents, leadSection, masthead, type Way } from "./page/masthead.ts";
import { overview } from "./page/overview.ts";
import { promiseSection } from "./page/promise.ts";
import { SCRIPT, SCRIPT_HASH } from "./page/script.ts";
import { STYLE } from "./page/style.ts";
import { teamsSection, unknownSection } from "./page/teams.ts";

/** What stands beside the gaps. */
export interface ReportMore {
  readonly version?: string;
  /** What people really expect: drawn beside what the file says. */
  readonly expectations?: readonly PromiseExpectation[];
  /** What a broken promise costs, and which of them move the felt score most. */
  readonly costs?: readonly PromiseCost[];
  readonly drivers?: DriversOrRefusal;
  /** What customers are worth, what of it is at risk, and what was given and received; together or not at all. */
  readonly equity?: EquityPart["equity"];
  readonly at_risk?: EquityPart["at_risk"];
  readonly exchanges?: EquityPart["exchanges"];
  /** What is likely to break, and who is short of what. */
  readonly deficits?: Deficits;
}

/** The report as one HTML file that needs nothing else: no network, no fonts, and no script to be read. */
export function reportHtml(report: Report, more: ReportMore = {}): string {
  const context = contextOf(report, more);
  const promises = report.promises.map((gap, i) => promiseSection(gap, i, report.promises.length, context));
  const page = html`<!doctype html>
<html lang="en-GB"><head>${head(report)}</head><body><a class="skip" href="#main">Go to the report</a><div class="page">${masthead(report)}${contents(report, waysTo(more))}
<main id="main">${leadSection(report)}${overview(report, context)}${promises}${valueSections(report, more)}${journeysSection(report.journeys)}${teamsSection(report)}${unknownSection(report)}${guide()}</main>
<footer>${footer(report, more.version)}</footer></div><script>${SCRIPT}</script></body></html>
`;
  return page.text;
}

function valueSections(
  { currency }: Report,
  { drivers, costs, equity, at_risk, exchanges, deficits }: ReportMore,
): Hole {
  const whole = equity !== undefined && at_risk !== undefined && exchanges !== undefined;
  return [
    drivers === undefined ? null : driversSection(drivers, costs),
    whole ? equitySection({ equity, at_risk, exchanges }, currency) : null,
    deficits === undefined ? null : atRiskSection(deficits),
  ];
}

const waysTo = ({ drivers, equity, deficits }: ReportMore): readonly Way[] => [
  ...(drivers === undefined ? [] : [{ to: "drivers", words: "What moves the score" }]),
  ...(equity === undefined ? [] : [{ to: "equity", words: "What customers are worth" }]),
  ...(deficits === undefined ? [] : [{ to: "at-risk", words: "What is likely to break" }]),
];

/** The page may load nothing at all, and runs its own script only. */
function head(report: Report): Markup {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${SCRIPT_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="color-scheme" content="light dark"><meta name="generator" content="Kept"><title>${report.experience}: what was promised and what came of it</title><style>${STYLE}</style>`;
}

function footer(report: Report, version: string | undefined): Markup {
  const program = version === undefined ? "Kept" : `Kept ${version}`;
  return html`<p>Made by ${program}, as of ${formatMoment(report.as_of, report.timezone)} (${report.timezone}). Every number can be walked back to its customers: <code>kept promise NAME</code>, <code>kept customer ID</code>.</p>`;
}
