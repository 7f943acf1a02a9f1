import type { PromiseGap } from "../../gaps/gap.ts";
import { feltChart, formatScore } from "../chart/felt.ts";
import { countOf, formatCount, formatNumber } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { bar, dataTable, disclosure } from "./table.ts";

/** What customers said of it, where it was kept and where it was broken. */
export function feltPart(gap: PromiseGap): Markup {
  const chart = feltChart(gap.felt, `Felt: ${gap.says}`);
  if (chart === null) return html`<p>No customer with this promise was asked, or none has answered.</p>`;
  return html`${chart}<p>${sentence(gap)}</p>${scores(gap)}`;
}

function sentence({ felt: { kept, broken } }: PromiseGap): string {
  const say = (mean: number, n: number) => `${formatScore(mean)} (${countOf(n, "answer", "answers")})`;
  if (kept.mean === null || broken.mean === null) {
    if (broken.mean !== null)
      return `Where it was broken they give ${say(broken.mean, broken.n)}; where it was kept nobody answered.`;
    return `Where it was kept they give ${say(kept.mean ?? 0, kept.n)}; where it was broken nobody answered.`;
  }
  const difference = kept.mean - broken.mean;
  const words =
    Math.abs(difference) < 0.05
      ? "no difference"
      : `${formatScore(Math.abs(difference))} ${difference > 0 ? "less" : "more"}`;
  return `Where it was kept they give ${say(kept.mean, kept.n)}, where it was broken ${say(broken.mean, broken.n)}: ${words}.`;
}

function scores({ promise, felt }: PromiseGap): Markup {
  const columns = [
    { head: "Score", kind: "words" },
    { head: "Kept", kind: "number" },
    { head: "", kind: "picture" },
    { head: "Broken", kind: "number" },
    { head: "", kind: "picture" },
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
