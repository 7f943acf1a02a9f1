import type { Judged } from "../../value/breaking/judged.ts";
import type { Deficits } from "../../value/deficit/deficit.ts";
import { calibrationChart } from "../chart/calibration.ts";
import { formatAmount } from "../format/amount.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { breakingSentence } from "../words/breaking.ts";
import { between } from "../words/equity.ts";
import { dataTable, disclosure, number, words } from "./table.ts";

const HEADS = [
  words("Promise"),
  number("Open"),
  number("Order right"),
  number("Judged on"),
  number("Better than the usual share"),
  number("Brier"),
  number("Stood out beforehand"),
  number("Half of them so early"),
];

/** What is likely to break and who is short of what, without names: the report goes to many. */
export function atRiskSection(found: Deficits): Markup {
  const { customers, total, total_known, to_save, currency, forecasts } = found;
  const amount = (value: number): string => formatAmount(Math.round(value), currency);
  const sum =
    total === null || to_save === null
      ? "What that costs nobody has measured or declared."
      : `That is ${total_known === null ? amount(total) : `${between(total_known, amount)}, grade ${total_known.grade},`} in all, weighed by the stakes, of which ${amount(to_save)} can still be saved.`;
  const rows = forecasts.map(({ says, open, judged }) => [says, formatCount(open), ...judgedCells(judged)]);
  const table =
    rows.length === 0 ? null : dataTable("How well it is known which open ones will be broken", HEADS, rows);
  const known = forecasts.map(({ says, judged }) => html`<li><q>${says}</q>: ${breakingSentence({ judged })}</li>`);
  const pictures = forecasts.flatMap(({ promise, says, judged }) =>
    "kind" in judged ? [] : [calibration(promise, says, judged)],
  );
  return html`<section id="at-risk" aria-labelledby="at-risk-head"><h2 id="at-risk-head">What is likely to break</h2><p>${countOf(customers, "customer is", "customers are")} short of something, or likely to be. ${sum} Who they are: <code>kept at-risk</code>.</p>${table}<ul class="sentences">${known}</ul>${pictures}</section>`;
}

function judgedCells(judged: Deficits["forecasts"][number]["judged"]): string[] {
  if ("kind" in judged) return ["–", "–", "refused", "–", "–", "–"];
  const { auc, brier, brier_of_base_rate: base, warning } = judged;
  return [
    auc === null ? "–" : formatRate(auc),
    formatCount(judged.askings),
    formatRate(1 - brier / base),
    `${brier.toFixed(3)}, usual ${base.toFixed(3)}`,
    warning.warned === null ? "–" : formatRate(warning.warned),
    warning.hours === null ? "–" : formatDuration(warning.hours * 3600),
  ];
}

function calibration(promise: string, says: string, { calibration: tenths }: Judged): Markup {
  const title = `Chances of breaking, foreseen and come true: ${says}`;
  const points = tenths.map(({ said, came }) => ({ foreseen: said, happened: came, interval: null }));
  const rows = tenths.map(({ said, came, n }) => [formatCount(n), formatRate(said), formatRate(came)]);
  const heads = [number("Looks"), number("Foreseen"), number("Broke")];
  return disclosure(
    `Do the chances mean what they say? ${says}`,
    html`${calibrationChart(points, title, { came: "broke" })}${dataTable(`Chances of breaking: ${promise}`, heads, rows)}`,
  );
}
