import type { GapInBrief } from "../../gaps/gap.ts";
import { doneBar } from "../chart/done.ts";
import { threeMarksLarge, threeMarksSmall } from "../chart/three-marks.ts";
import { revealedMark } from "../marks/revealed.ts";
import { threeMarks } from "../marks/three-marks.ts";
import { html, type Markup } from "../markup.ts";
import { judged } from "../words/counts.ts";
import type { Context } from "./context.ts";

/** The three-mark line of a promise, or what can be shown in its stead. */
export function signature(
  gap: GapInBrief,
  context: Pick<Context, "currency" | "expectations">,
  size: "large" | "small",
): Markup {
  const title = `Expected, target and delivered: ${gap.says}`;
  const marks = threeMarks(gap, context.currency, revealedMark(gap, context.expectations.get(gap.promise)));
  if (marks !== null) return size === "large" ? threeMarksLarge(marks, title) : threeMarksSmall(marks, title);
  if (judged(gap) === 0) return html`<span class="none">nothing judged yet</span>`;
  return doneBar(gap, title, {
    kept: gap.kind === "first" ? "done" : "kept",
    broken: gap.kind === "first" ? "not done" : "broken",
  });
}
