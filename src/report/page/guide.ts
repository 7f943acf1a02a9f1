import { threeMarksLarge } from "../chart/three-marks.ts";
import type { ThreeMarks } from "../marks/three-marks.ts";
import { html, type Markup } from "../markup.ts";

/** An example for the eye: most come in two days and a half, three were expected. */
const EXAMPLE: ThreeMarks = {
  axis: { unit: "seconds", currency: null },
  from: 0,
  to: 6 * 86_400,
  bins: Array.from({ length: 48 }, (_, i) => {
    const days = (i + 0.5) / 8;
    const count = Math.round(120 * Math.exp(-(((Math.log(days) - Math.log(2.2)) / 0.42) ** 2)));
    return {
      from: (i / 8) * 86_400,
      to: ((i + 1) / 8) * 86_400,
      within: days < 3 ? count : 0,
      beyond: days < 3 ? 0 : count,
    };
  }),
  below: 0,
  above: 0,
  never: 60,
  delivered: 1500,
  middle: 2.2 * 86_400,
  expected: { at: 3 * 86_400, from: 3 * 86_400, to: 3 * 86_400, varies: false },
  target: { at: 2 * 86_400, from: 2 * 86_400, to: 2 * 86_400, varies: false },
  revealed: { at: 4 * 86_400, from: 3.7 * 86_400, to: 4.4 * 86_400, varies: true },
};

/** How to read this: the words and the pictures, in short. */
export function guide(): Markup {
  return html`<section id="guide" aria-labelledby="guide-head"><h2 id="guide-head">How to read this</h2><div class="halves"><div class="part"><h3>The three-mark line</h3><div class="example">${threeMarksLarge(EXAMPLE, "An example of the three-mark line")}</div>
<p>One line for one promise. The shape shows what was delivered: the higher, the more customers. <b class="expected-words">▼</b> is what customers expect, <b class="target-words">◇</b> what we mean to deliver, <b class="middle-words">●</b> what half of them got. <b class="revealed-words">◆</b> is where they turn: what they really expect, read from what they felt or did afterwards. What lies beyond the expectation is in the strong colour; who never got it stands at the right end. So one look says whether we promise too much, aim too low, or deliver too little. Where what is expected differs from case to case, a band shows where most of it lies. Fewer than 30 cases are dots, one for each.</p></div>
<div class="part"><h3>The words</h3><dl class="words">${WORDS.map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl></div></div></section>`;
}

const WORDS = [
  ["kept", "It was answered, and within what the customer expected."],
  ["late", "It was answered, but after."],
  ["missed", "It was not answered and the time is over, or the wrong thing happened."],
  ["broken", "Late or missed."],
  ["open", "Not answered, and the time is not over. Open is not broken."],
  ["excused", "It was no longer needed before it was due, such as after a cancellation."],
  [
    "kept rate",
    "Kept, out of all that were kept or broken. With nothing judged there is no rate: no evidence, never 100%.",
  ],
  [
    "95% interval",
    "Wilson’s: the rate we would see with endless cases lies in it 19 times out of 20. Few cases make it wide.",
  ],
  [
    "they turn at",
    "Read from the customers: up to there what they felt (or whether they came back) hardly changes, beyond it falls.",
  ],
  ["goal, budget", "The goal is the share to be kept; the budget is how many broken ones it leaves room for."],
  ["burn", "How fast the budget is used: 1× uses it up exactly over 30 days."],
  ["outside", "A subcontractor. The customer bought from us, not from them."],
] as const;
