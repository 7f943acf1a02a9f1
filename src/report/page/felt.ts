import type { PromiseGap } from "../../gaps/gap.ts";
import { feltChart } from "../chart/felt.ts";
import { formatCount, formatNumber } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";
import { formatScore } from "../format/score.ts";
import { html, type Markup } from "../markup.ts";
import { expectationSentences } from "../words/expectation.ts";
import { feltSentence } from "../words/felt.ts";
import type { Context } from "./context.ts";
import { bar, dataTable, disclosure } from "./table.ts";

/** What customers said of it, where it was kept and where it was broken. */
export function feltPart(gap: PromiseGap, context: Context): Markup {
  const chart = feltChart(gap.felt, `Felt: ${gap.says}`);
  const expectation = context.expectations.get(gap.promise);
  const turning = expectation && expectationSentences(expectation, gap, context.currency);
  const really =
    turning === undefined
      ? null
      : html`<h4>What they really expect</h4>${turning.map((sentence) => html`<p>${sentence}</p>`)}`;
  if (chart === null) return html`<p>No customer with this promise was asked, or none has answered.</p>${really}`;
  return html`${chart}<p>${feltSentence(gap)}</p>${scores(gap)}${really}`;
}

function scores({ promise, felt }: PromiseGap): Markup {
  const columns = [
    { head: "Score", kind: "words" },
    { head: "Kept", kind: "number" },
    { head: "Kept, drawn", kind: "picture slim" },
    { head: "Broken", kind: "number" },
    { head: "Broken, drawn", kind: "picture slim" },
  ] as const;
  const rows = (felt.scores ?? []).map((each) => {
    const kept = felt.kept.n > 0 ? each.kept / felt.kept.n : 0;
    const broken = felt.broken.n > 0 ? each.broken / felt.broken.n : 0;
    return [formatNumber(each.score), formatRate(kept), bar(kept, "within"), formatRate(broken), bar(broken, "beyond")];
  });
  if (rows.length > 0)
    return disclosure("Every score", dataTable(`Felt: share of each score, ${promise}`, columns, rows));
  const means = [
    ["kept", felt.kept.mean === null ? "–" : formatScore(felt.kept.mean), formatCount(felt.kept.n)],
    ["broken", felt.broken.mean === null ? "–" : formatScore(felt.broken.mean), formatCount(felt.broken.n)],
  ];
  const heads = [
    { head: "Where it was", kind: "words" },
    { head: "Mean", kind: "number" },
    { head: "Answers", kind: "number" },
  ] as const;
  return disclosure("As a table", dataTable(`Felt: ${promise}`, heads, means));
}
