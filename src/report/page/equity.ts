import type { Equity, Foresaw, Slice } from "../../value/equity/equity.ts";
import { isRefusal, type Refusal } from "../../value/estimate.ts";
import type { Exchanges } from "../../value/exchange/exchange.ts";
import type { EquityAtRisk } from "../../value/findings/equity-at-risk.ts";
import { calibrationChart } from "../chart/calibration.ts";
import { type Said, saidAndDone } from "../chart/said-and-done.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatInterval, formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { assumptions, between, lead, rounded, statedSentences, timeWords } from "../words/equity.ts";
import { atRiskRows, equityAtRiskSentences } from "../words/equity-at-risk.ts";
import { EXCHANGE_HEADS, exchangeNotes, exchangeRows } from "../words/exchange.ts";
import { bar, dataTable, disclosure, drawn, number, words } from "./table.ts";

/** What the section shows; what was not measured is left out. */
export interface EquityPart {
  readonly equity: Equity | Refusal;
  readonly at_risk: EquityAtRisk | Refusal;
  readonly exchanges: Exchanges;
}

/** What customers are worth, what of it is at risk, and what was given and received so far. */
export function equitySection({ equity, at_risk, exchanges }: EquityPart, currency: string | null): Markup {
  const head = html`<h2 id="equity-head">What customers are worth</h2>`;
  const given = exchangePart(exchanges, currency);
  if (isRefusal(equity))
    return html`<section id="equity" aria-labelledby="equity-head">${head}<p>It cannot be said. ${equity.reason} What would be needed: ${equity.needed}</p>${given}</section>`;
  const [first = "", ...others] = lead(equity);
  return html`<section id="equity" aria-labelledby="equity-head">${head}<p><b>${first}</b> ${others.join(" ")}</p>${atRiskPart(at_risk, currency)}
${slices("By occasion", "Occasion", equity.by_occasion, equity, "no occasion")}${slices("By first purchase", "First purchase", equity.by_cohort, equity, "")}
${calibration(equity)}${stated(equity)}${given}${method(equity)}</section>`;
}

function atRiskPart(found: EquityPart["at_risk"], currency: string | null): Markup {
  const said = equityAtRiskSentences(found, currency).map((sentence) => html`<li>${sentence}</li>`);
  const list = html`<ul class="sentences">${said}</ul>`;
  const rows = isRefusal(found) ? [] : atRiskRows(found, currency);
  const most = Math.max(...rows.map((row) => row.at_risk));
  const lines = rows.map((row) => [row.says, row.amount, bar(row.at_risk / most, "beyond"), row.takes]);
  const heads = [words("Promise"), number("At risk"), drawn("At risk, drawn"), words("A broken one takes")];
  const table = lines.length === 0 ? null : dataTable("Equity at risk by promise", heads, lines);
  return html`<div class="part wide" id="equity-at-risk"><h3>What of it is at risk</h3>${list}${table}</div>`;
}

function slices(
  title: string,
  word: string,
  all: readonly Slice[],
  { again, currency }: Equity,
  none: string,
): Markup | null {
  if (all.length === 0) return null;
  const amount = rounded(currency);
  const known = all.some(({ equity }) => equity !== null);
  const most = Math.max(...all.map((slice) => slice.equity?.value ?? slice.purchases_ahead.value), 0);
  const rows = all.map((slice) => [
    slice.name === "" ? none : slice.name,
    formatCount(slice.customers),
    formatRate(slice.again.value),
    formatInterval([slice.again.low, slice.again.high]),
    slice.equity === null
      ? between(slice.purchases_ahead, formatCount)
      : between(slice.equity, (value) => amount(Math.round(value))),
    bar(most > 0 ? (slice.equity?.value ?? slice.purchases_ahead.value) / most : 0, "within"),
    slice.equity === null ? "" : amount(slice.equity.value / Math.max(1, slice.customers)),
    amount(Math.round(slice.received)),
  ]);
  const heads = [
    words(word),
    number("Customers"),
    number(`Buy within ${timeWords(again.within_days)}`),
    number("95% interval"),
    number(known ? "Worth" : "Purchases to come"),
    drawn("Drawn"),
    number("Each"),
    number("Received so far"),
  ];
  return html`<div class="part wide"><h3>${title}</h3>${dataTable(`What customers are worth: ${title.toLowerCase()}`, heads, rows)}</div>`;
}

function calibration({ again, hold_out }: Equity): Markup {
  const points = again.calibration.map(({ foreseen, happened, interval }) => ({ foreseen, happened, interval }));
  const title = "Chances of buying again: foreseen, and come true";
  const rows = again.calibration.map(({ customers, foreseen, happened, interval }) => [
    formatCount(customers),
    formatRate(foreseen),
    formatRate(happened),
    formatInterval(interval),
  ]);
  const heads = [number("Customers"), number("Foreseen"), number("Bought"), number("95% interval")];
  const models = [...hold_out.models, { ...hold_out.naive, title: "own pace" }].map((one) => modelRow(one.title, one));
  const judged = [
    words("Model"),
    number("Purchases foreseen"),
    number("Made"),
    number("Off by"),
    number("Order right"),
    number("Brier"),
  ];
  return html`<div class="part wide"><h3>Do the chances mean what they say?</h3><p>Customers as they were before ${hold_out.from}, in tenths from the least to the most likely: the chance that was foreseen of buying within ${timeWords(again.judged_on_days)}, and the share that did. On the line both are the same.</p>${calibrationChart(points, title, { came: "bought" })}${disclosure("As a table", dataTable(title, heads, rows))}${disclosure(
    "How well the last days were foreseen",
    dataTable(
      `Purchases from ${hold_out.from} to ${hold_out.to}, which the models were not shown`,
      judged,
      models,
      `Of ${countOf(hold_out.customers, "customer", "customers")} who had bought before. The first is used.`,
    ),
  )}</div>`;
}

const modelRow = (title: string, one: Foresaw): string[] => [
  title,
  formatCount(one.purchases_foreseen),
  formatCount(one.purchases),
  one.mae.toFixed(2),
  one.auc === null ? "–" : one.auc.toFixed(2),
  one.brier.toFixed(4),
];

function stated(equity: Equity): Markup {
  const sentences = statedSentences(equity).map((sentence) => html`<p>${sentence}</p>`);
  const rows = saidOf(equity);
  const title = "Would you buy again today? Said, and done";
  const table = rows.map(({ words, value, ends }) => [words, formatRate(value), formatInterval(ends)]);
  const picture =
    rows.length === 0
      ? null
      : html`${saidAndDone(rows, title)}${disclosure("As a table", dataTable(title, [words("Who"), number("Share"), number("95% interval")], table))}`;
  return html`<div class="part wide" id="stated"><h3>What they say, and what they do</h3>${picture}${sentences}</div>`;
}

function saidOf({ stated: found, again }: Equity): Said[] {
  if (isRefusal(found)) return [];
  const within = timeWords(again.within_days);
  const of = (words: string, one: { value: number; low: number; high: number } | null): Said[] =>
    one === null ? [] : [{ words, value: one.value, ends: [one.low, one.high] }];
  return [
    ...of("Said that they would buy again", found.yes),
    ...of(`Said yes: by what they do, will within ${within}`, found.behaved_of_yes),
    ...of(`Said no: by what they do, will within ${within}`, found.behaved_of_no),
    ...of(`Said yes: did within ${within}`, found.did_after_yes),
    ...of(`Said no: did within ${within}`, found.did_after_no),
  ];
}

function exchangePart(exchanges: Exchanges, currency: string | null): Markup {
  const heads = EXCHANGE_HEADS.map((head, i) => (i === 0 ? words("Occasion") : number(head)));
  const notes = exchangeNotes(exchanges).map((note) => html`<li>${note}</li>`);
  return html`<div class="part wide" id="given"><h3>What customers were given, and what was received</h3>${dataTable("Value given and value received", heads, exchangeRows(exchanges, currency))}<ul class="sentences">${notes}</ul></div>`;
}

function method(equity: Equity): Markup {
  const { model, again } = equity;
  const figure = isRefusal(equity.equity) ? again.share : equity.equity;
  const rest = assumptions(equity).map((sentence) => html`<li>${sentence}</li>`);
  return disclosure(
    "What it rests on",
    html`<ul class="sentences">${rest}<li>${figure.method}. ${model.title}: ${model.words}.</li><li>Intervals are of 95% and hold what is not known of the model, what it was wrong by, and chance. Grade ${figure.grade}: it says what is to be expected of customers who behave like this, not why.</li></ul>`,
  );
}
