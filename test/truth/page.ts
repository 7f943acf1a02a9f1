import type { Case } from "./judge-log.ts";
import type { Log } from "./log.ts";
import type { Means } from "./said.ts";

/** How each template is said, in short. A asks or is asked for, B is the other event. */
const FORMS: Readonly<Record<string, string>> = {
  Existence: "`when: case.begun`, `count: A`, `expected: at least n`",
  Absence: "`when: case.begun`, `never: A`, or `count: A` with `at most n-1`",
  Exactly: "`when: case.begun`, `count: A`, `expected: between n and n`",
  Init: "`when: case.begun`, `then: A`, `before:` all others",
  End: "`when: case.begun`, `then: A`, `undone-by:` all others",
  Choice: "`when: case.begun`, `then: [A, B]`",
  "Exclusive Choice": "as Choice, and `when: A`, `never: B`, and `when: B`, `never: A`",
  "Responded Existence": "`when: A`, `then: B`, or else `when: A`, `first: B`",
  Response: "`when: A`, `then: B`",
  "Alternate Response": "`when: A`, `then: B`, `before: A`",
  "Chain Response": "`when: A`, `then: B`, `before:` all others",
  Precedence: "`when: B`, `first: A`",
  "Alternate Precedence": "`when: B`, a `measure` of the latest A and the latest B `with` it",
  "Chain Precedence": "`when: B`, a `measure` of the latest A `with` it",
  "Not Responded Existence": "`when: A`, `never: B`, and a `measure` of the latest B `with` it",
  "Not Response": "`when: A`, `never: B`",
  "Not Chain Response": "`when: A`, `never: B`, `unless:` all others",
  "Not Precedence": "`when: B`, a `measure` of the latest A `with` it",
  "Not Chain Precedence": "`when: B`, a `measure` of the latest A `with` it",
};

const MEANS: readonly Means[] = ["begin", "several", "time", "place"];

/** docs/truth.md: what was compared, how it is said, and what had to be brought along. */
export function truthPage(logs: readonly { readonly log: Log; readonly cases: readonly Case[] }[]): string {
  const all = logs.flatMap(({ cases }) => cases);
  const perLog = logs.map(({ log, cases }) => [
    log.name,
    log.events.length,
    new Set(log.events.map((event) => event.case)).size,
    cases.length,
    new Set(cases.flatMap(({ said }) => said.promises.map((clause) => JSON.stringify(clause)))).size,
  ]);
  const perTemplate = Object.entries(FORMS).map(([template, form]) => {
    const own = all.filter(({ constraint }) => constraint.template === template);
    return [template, form, ...countsOf(own)];
  });
  return `${HEAD}
${table(["log", "events", "cases", "constraints", "promises"], perLog)}

${MIDDLE}

${table(["template", "said as", "constraints", "plainly", "a beginning", "several", "time", "place"], [...perTemplate, ["all", "", ...countsOf(all)]])}

${TAIL}`;
}

function countsOf(cases: readonly Case[]): readonly number[] {
  const plain = cases.filter(({ said }) => said.means.size === 0).length;
  return [cases.length, plain, ...MEANS.map((means) => cases.filter(({ said }) => said.means.has(means)).length)];
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => (cell === 0 ? "" : cell)).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const HEAD = `# Judged as others judge

Public event logs, and what an independent program (Declare4Py) says of them, stand beside the repository in
\`../shared/truth/logs\`. Each of its constraints is translated into promises of the [experience file](language.md), read as
YAML, judged by the engine and compared: activations, violations, and exactly which cases were violated. All of them come
out the same; \`npx vitest run test/truth\` proves it. This page is made by \`npx vitest run test/truth/page -u\`.
`;

const MIDDLE = `A constraint is fulfilled where a promise is kept. The other program treats every case as complete, so what is open for
us is violated for it, but for prohibitions. It orders the events of a case by position and we by time, so of equal times
each event is put a millisecond after the one before. That moves events by up to 3 ms; so that none comes into a time
window or falls out of it, everything takes up to 7 times as long, and windows are up to 3 ms longer still.

## How each template is said

Activation conditions stand in \`when\`, correlations (\`event.x == asked.x\`) in the other event, upper bounds of time windows in
\`expected\`, \`within\` or \`for\`. Where one of the last four columns counts a constraint, the language does not say it plainly and
needs what is explained below.`;

const TAIL = `- **a beginning**: a promise is asked for by an event, and what must hold of a whole case has none. An event \`case.begun\` is
  added at the time of each case's first event.
- **several**: one promise is not enough. The constraint is violated where any of several promises is broken (prohibitions
  on both sides, exclusive choice), or only where all of them are (before or after).
- **time**: expressions know the properties of an event but not when it happened. A least time between two events, and a
  time window of a measure, need the log's time as a property of its events: \`event.time - asked.time >= duration("90s")\`.
- **place**: which of two earlier events came later, and whether one came directly before another, needs the position in
  the case as a property: \`last.place + 1 == asked.place\`. Directly after needs nothing: no other event comes \`before\`.

## Journeys

On the same logs the counts of what follows directly on what and the medians between, the number of ways and the fifty
most common with their counts, the quantiles of the time from first to last event, and in how many cases an event comes
again (each event as a promise that it never does) agree with pm4py. What comes at any time after what agrees on the four
logs with at most fifty ways, where the ways tell it; \`kept\` does not show it otherwise, nor mean times between events that
do not follow directly on one another.
`;
