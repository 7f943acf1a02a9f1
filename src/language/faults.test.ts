import stringWidth from "string-width";
import { expect, test } from "vitest";
import { formatDiagnostic } from "./format-diagnostic.ts";
import { readExperience } from "./read.ts";

const HEAD = `kept: 1
name: Test
timezone: UTC
teams: { shop: }
touchpoints: { counter: { team: shop } }
events:
  asked: { at: counter, has: { topic: text, total: number, due: date, took: duration } }
  answered: { at: counter, has: { topic: text } }
journeys: { case: { follows: case_id } }
occasions: { rush: { when: asked, hopes: Quick help } }
calendars: { office: { open: Mon-Fri 08:00-18:00 } }
promises:
`;

const faultsOf = (source: string) =>
  readExperience(source, "x.yaml")
    .diagnostics.filter(({ severity }) => severity === "fault")
    .map(
      ({ code, line, column, endColumn, source: text }) => `${code} ${line} ${text.slice(column - 1, endColumn - 1)}`,
    );

/** A promise of the rest of its keys; the first line of it is line 13 of the file. */
const promise = (...lines: readonly string[]) =>
  `${HEAD}  help:\n    says: Help\n    agreed: [shop]\n${lines.map((line) => `    ${line}\n`).join("")}`;
const faults = (...lines: readonly string[]) => faultsOf(promise(...lines)).map((fault) => fault.replace(/ \d+ /, " "));

test("all faults of a file come in one run, in its order", () => {
  const source =
    HEAD.replace("team: shop", "team: shp").replace("total: number", "total: money") +
    `
  one: { says: One, agreed: [shop], when: askd, then: answered, expected: 3 dyas, gaol: 95% }
  two: { says: "", agreed: [shop], when: { asked: event.topik == 1 }, first: { answered: 'event.topic > 1 && answer.x' } }
  three: { when: asked, expected: 1, agreed: [shop, shop] }
`;
  expect(faultsOf(source)).toEqual([
    "unknown-team 5 shp",
    "property-type-unknown 7 money",
    "unknown-event 14 askd",
    "duration-malformed 14 3 dyas",
    "unknown-key 14 gaol",
    'empty-text 15 ""',
    "unknown-property 15 topik",
    "type-mismatch 15 event.topic > 1",
    "answer-not-here 15 answer",
    "missing-key 16 three",
    "no-kind 16 three",
    "duplicate-in-list 16 shop",
  ]);
});

test("a key that is misspelt is not also missing", () => {
  expect(faults("when: asked", "thn: answered", "expected: 3 days")).toEqual(["unknown-key thn"]);
  expect(faults("when: asked", "then: answered", "expcted: 3 days")).toEqual(["unknown-key expcted"]);
  expect(faults("when: asked", "then: answered", "expected: { withn: 3 days }")).toEqual(["unknown-key withn"]);
  expect(faults("when: asked", "then: answered", "typo: 1")).toEqual(["expected-missing help", "unknown-key typo"]);
});

test("a value of the wrong form is not also missing", () => {
  expect(faults("when: asked", "then: [5]", "expected: 3 days")).toEqual(["wrong-shape 5"]);
  expect(faults("when: asked", "then: answered", "expected: [3 days]")).toEqual(["wrong-shape [3 days]"]);
  expect(faults("when: { asked: 5 }", "then: answered", "expected: 3 days")).toEqual(["wrong-shape 5"]);
  expect(faults("when: asked", "count: answered", "for: []", "expected: at most 1")).toEqual(["wrong-shape []"]);
  expect(faultsOf(`${HEAD}  help:\n`)).toEqual(["wrong-shape 13 help"]);
  expect(faultsOf(`${HEAD}  help: 5\n`)).toEqual(["wrong-shape 13 5"]);
});

test("a name that cannot be is not also unknown", () => {
  const source = promise("when: asked", "then: answered", "expected: 3 days").replaceAll("shop", "the shop");
  expect(faultsOf(source)).toEqual(["bad-name 4 the shop"]);
});

test("a property with an unknown type is not also undeclared", () => {
  const source = promise("when: { asked: event.total > 1 }", "then: answered", "expected: 3 days");
  expect(faultsOf(source.replace("total: number", "total: money"))).toEqual(["property-type-unknown 7 money"]);
});

test("an event that is unknown has whatever properties it is asked for", () => {
  expect(faults("when: askd", "then: { answered: event.topic == asked.x }", "expected: { by: asked.y }")).toEqual([
    "unknown-event askd",
  ]);
});

test("asked has the properties of any of the events that ask", () => {
  expect(faults("when: [asked, answered]", "then: answered", "expected: { by: asked.due }")).toEqual([]);
  expect(faults("when: answered", "then: asked", "expected: { by: asked.due }")).toEqual(["unknown-property due"]);
});

test("each event of a term is checked for itself", () => {
  expect(faults("when: { asked: event.total > 1, answered: event.total > 1 }", "first: asked")).toEqual([
    "unknown-property total",
  ]);
});

test("the property that a journey follows is text on every event", () => {
  expect(faults('when: { answered: event.case_id != "0" }', "first: asked")).toEqual([]);
  expect(faults("when: { answered: event.case_id > 0 }", "first: asked")).toEqual(["type-mismatch event.case_id > 0"]);
});

test.each([
  ["then", "expected: { be: at most 1 }", "limit-not-for-kind be"],
  ["then", "expected: at least 2", "limit-not-for-kind at least 2"],
  ["then", "expected: { for: { rush: 1 day } }", "expected-missing expected"],
  ["then", "expected: { within: 1 day, for: { rush: { by: asked.total } } }", "by-not-a-moment asked.total"],
  ["then", "expected: { within: 1 day, for: { rush: { within: 1 day, by: asked.due } } }", "two-limits by"],
  ["then", "expected: { within: 1 day, for: { rush: { within: 1 day, for: {} } } }", "unknown-key for"],
  ["then", "expected: 3", "duration-malformed 3"],
  ["then", "expected: three days", "duration-malformed three days"],
  ["then", "expected: -3 days", "duration-malformed -3 days"],
  ["then", "expected: 3 years", "duration-malformed 3 years"],
  ["then", "expected: 1.5 office days", "days-not-whole 1.5 office days"],
  ["then", "expected: 2 office months", "business-unit-unknown 2 office months"],
  ["then", "target: 3 dyas", "expected-missing help, duration-malformed 3 dyas"],
  ["count", "expected: eventually", "window-missing help, bound-malformed eventually"],
  ["count", "expected: { within: 3 days }", "window-missing help, limit-not-for-kind within"],
  ["count", "expected: { by: asked.due }", "window-missing help, limit-not-for-kind by"],
  ["count", "expected: at most -1", "window-missing help, count-not-whole at most -1"],
  ["count", "expected: at most 2 hours", "window-missing help, bound-malformed at most 2 hours"],
  ["never", "expected: at most 1", "window-missing help, key-not-for-kind expected"],
  ["first", "expected: eventually", "duration-malformed eventually"],
  ["first", "expected: { by: asked.due }", "limit-not-for-kind by"],
  ["first", "unless: answered", "key-not-for-kind unless"],
  ["first", "expected: { within: 3 days, for: { rush: 1 day } }", "limit-not-for-kind for"],
])("%s with %s: %s", (kind, line, expected) => {
  expect(faults("when: asked", `${kind}: answered`, line).join(", ")).toBe(expected);
});

test("first says how long ago once", () => {
  expect(faults("when: asked", "first: answered", "within: 3 days")).toEqual([]);
  expect(faults("when: asked", "first: answered", "expected: { within: 3 days }")).toEqual([]);
  expect(faults("when: asked", "first: answered", "within: 3 days", "expected: 3 days")).toEqual([
    "two-limits expected",
  ]);
});

test("a measure of a duration may have a unit, a measure of a number none", () => {
  expect(faults("when: asked", "measure: asked.took", "expected: at most 90 minutes")).toEqual([]);
  expect(faults("when: asked", "measure: asked.total", "expected: at most 90 minutes")).toEqual([
    "bound-malformed at most 90 minutes",
  ]);
});

test("one fault does not bring others that follow from it", () => {
  expect(faults("when: asked", "measure: asked.tok", "expected: at most 90 minutes")).toEqual(["unknown-property tok"]);
  expect(
    faults("when: asked", "then: [7]", "measure: answer.total", "unless: answered", "expected: at most 1"),
  ).toEqual(["wrong-shape 7"]);
});

test("circles of teams are said once each, at the first of the circle", () => {
  const teams = "teams: { shop: , a: { in: b }, b: { in: c }, c: { in: b }, d: { in: d } }";
  expect(faultsOf(promise("when: asked", "first: answered").replace("teams: { shop: }", teams))).toEqual([
    "team-circle 4 c",
    "team-circle 4 d",
  ]);
});

test("an expression is marked inside block texts and escapes", () => {
  expect(faults("when:", "  asked: >-", "    event.total > 1", "    && event.totl > 1", "first: answered")).toEqual([
    "unknown-property totl",
  ]);
  expect(faults('when: { asked: "event.topic == \\"a\\" && event.totl > 1" }', "first: answered")).toEqual([
    "unknown-property totl",
  ]);
  expect(faults("when: { asked: 'event.topic == ''a'' && event.totl > 1' }", "first: answered")).toEqual([
    "unknown-property totl",
  ]);
});

test("a diagnostic is shown with its line and a caret", () => {
  const [fault] = readExperience(promise("when: askd", "first: answered"), "my.yaml").diagnostics;
  expect(fault && formatDiagnostic(fault)).toBe(
    `my.yaml:16:11 fault K303 unknown-event There is no event "askd". Did you mean "asked"?
   16 |     when: askd
      |           ^^^^`,
  );
  expect(fault && formatDiagnostic(fault, { color: true })).toContain("\u001b[31m");
});

test("what stands in a file cannot drive the terminal", () => {
  const [fault] = readExperience(promise('when: "\u001b[31mred"', "first: answered"), "my.yaml").diagnostics;
  expect(fault && formatDiagnostic(fault)).not.toMatch(/[\u0000-\u0008\u001b]/);
});

test("the caret stands under its character behind wide ones, and a long line is cut around it", () => {
  const [wide] = readExperience(
    `${HEAD}  help: { says: 洗濯機が 届く, agreed: [shop], when: askd, first: answered }\n`,
    "my.yaml",
  ).diagnostics;
  const [, line = "", caret = ""] = (wide ? formatDiagnostic(wide) : "").split("\n");
  expect(stringWidth(line.slice(0, line.indexOf("askd")))).toBe(caret.indexOf("^"));
  const long = `${HEAD}  help: { says: ${"long ".repeat(100)}, agreed: [shop], when: askd, first: answered, made: { quote: ${"long ".repeat(100)} } }\n`;
  const [fault] = readExperience(long, "my.yaml").diagnostics;
  const [, cut = "", under = ""] = (fault ? formatDiagnostic(fault) : "").split("\n");
  expect(cut.length).toBeLessThan(200);
  expect(cut.slice(under.indexOf("^"), under.lastIndexOf("^") + 1)).toBe("askd");
});

test("a property that a journey follows must be one that can be a column", () => {
  const source = promise("when: asked", "first: answered").replace("follows: case_id", "follows: 'a`b'");
  expect(faultsOf(source)).toEqual(["bad-name 9 'a`b'"]);
});
