import { expect, test } from "vitest";
import type { PropertyType } from "../experience.ts";
import { openReport } from "../report.ts";
import { readYaml } from "../yaml.ts";
import { compileExpression } from "./compile.ts";
import type { Scope } from "./scope.ts";

const TYPES = new Map<string, PropertyType>([
  ["topic", "text"],
  ["total", "number"],
  ["items", "whole"],
  ["rush", "yes-no"],
  ["at", "moment"],
  ["day", "date"],
  ["took", "duration"],
  ["constructor", "text"],
]);
const root = { events: ["order.placed"], typeOf: (name: string) => TYPES.get(name), properties: () => TYPES.keys() };
const scope: Scope = { roots: new Map([["event", root]]), refused: new Map() };

/** The expression written with brackets, or the codes and the marked parts of its faults. */
function compile(text: string): string {
  const report = openReport(readYaml(`x: ${JSON.stringify(text)}`), "x.yaml");
  const expression = compileExpression(text, ["x"], scope, report);
  const faults = report.diagnostics();
  expect(expression === undefined).toBe(faults.length > 0);
  if (expression) return `${write(expression)} : ${expression.type}`;
  return faults
    .map(({ code, source, column, endColumn }) => `${code} ${source.slice(column - 1, endColumn - 1)}`)
    .join(", ");
}

function write(expression: NonNullable<ReturnType<typeof compileExpression>> | { readonly kind: "list" }): string {
  if (expression.kind === "list") return JSON.stringify("items" in expression ? expression.items : []);
  if (expression.kind === "literal") return `${JSON.stringify(expression.value)}`;
  if (expression.kind === "property") return `${expression.of}.${expression.name}`;
  return `(${[expression.op, ...expression.args.map(write)].join(" ")})`;
}

test.each([
  [
    "event.total * 2 + 1.5 > 3 || !event.rush && true",
    "(or (> (+ (* event.total 2) 1.5) 3) (and (not event.rush) true)) : yes-no",
  ],
  ["event.items + 1", "(+ event.items 1) : whole"],
  ["event.items / 2", "(/ event.items 2) : number"],
  ["event.items % 2", "(% event.items 2) : whole"],
  ["event.items + 1.0", "(+ event.items 1) : number"],
  ["-event.total", "(negate event.total) : number"],
  ["-5 - -2.5", "(- -5 -2.5) : number"],
  ["event.at + duration('1h30m')", "(+ event.at 5400) : moment"],
  ["duration('-90s') + event.at", "(+ event.at -90) : moment"],
  ["event.at - timestamp('2026-01-01T00:00:00+02:00')", "(- event.at 1767218400000) : duration"],
  ["event.took * 2 / event.took", "(/ (* event.took 2) event.took) : number"],
  ["event.day < date('2026-12-24')", '(< event.day "2026-12-24") : yes-no'],
  ["event.rush ? event.items : event.total", "(if event.rush event.items event.total) : number"],
  ['event["topic"] == "a"', '(= event.topic "a") : yes-no'],
  ['event["constructor"] == "a"', '(= event.constructor "a") : yes-no'],
  ["has(event.topic)", "(has event.topic) : yes-no"],
  ['matches(event.topic, "^a")', '(matches event.topic "^a") : yes-no'],
  ["size(event.topic.lowerAscii()) + event.topic.size()", "(+ (size (lower event.topic)) (size event.topic)) : whole"],
  ["string(event.rush) + 1 == 2", "type-mismatch string(event.rush) + 1"],
  ["int(event.topic) == 1", "(= (to-whole event.topic) 1) : yes-no"],
  ["event.rush == false", "(= event.rush false) : yes-no"],
  ["0x10 + 1", "(+ 16 1) : whole"],
])("%s is read as %s", (text, expected) => {
  expect(compile(text)).toBe(expected);
});

test("a list after in holds literals of the type of what is looked for", () => {
  expect(compile("event.items in [1, -2, 3.5]")).toContain('"value":-2');
  expect(compile('event.topic in ["a", 1]')).toBe("type-mismatch 1");
  expect(compile("event.topic in [event.topic]")).toBe("list-not-literal event.topic");
  expect(compile("event.topic in []")).toBe("list-not-literal []");
});

test.each([
  ["event.total +", "expression-syntax +"],
  ["", 'expression-syntax "'],
  ["topic == 'a'", "unknown-word topic"],
  ["evnt.topic == 'a'", "unknown-word evnt"],
  ["event.topc == 'a' && event.totl > 1", "unknown-property topc, unknown-property totl"],
  ['event["topc"] == "a"', 'unknown-property \\"topc\\"]'],
  ["event.toString == 'a'", "unknown-property toString"],
  ["event.__proto__ == 'a'", "unknown-property __proto__"],
  ["event.topic > 1", "type-mismatch event.topic > 1"],
  ["event.rush > false", "type-mismatch event.rush > false"],
  ["event.topic && event.rush", "type-mismatch event.topic"],
  ["!event.topic", "type-mismatch event.topic"],
  ["-event.topic", "type-mismatch -event.topic"],
  ["event.rush ? 1 : 'a'", "type-mismatch event.rush ? 1 : 'a'"],
  ["event.topic ? 1 : 2", "type-mismatch event.topic"],
  ["event.topic + event.topic", "type-mismatch event.topic + event.topic"],
  ["event.total % 2", "type-mismatch event.total % 2"],
  ["event.day == event.at", "type-mismatch event.day == event.at"],
  ["event.topic.foo == 1", "not-in-the-language event.topic.foo"],
  ["event.items == 2u", "not-in-the-language 2u"],
  ["{'a': 1}", "not-in-the-language {'a': 1}"],
  ["event[0] == 1", "not-in-the-language event[0]"],
  ["[1] == [1]", "list-not-literal [1], list-not-literal [1]"],
  ["[1, 2].all(x, x > 1)", "list-not-literal [1, 2], unknown-function all"],
  ["event.topic.startsWith(1)", "type-mismatch 1"],
  ["event.topic.startsWith()", "wrong-arguments event.topic.startsWith()"],
  ["event.topic.string()", "wrong-arguments event.topic.string()"],
  ["event.topic.matches(event.topic)", "pattern-invalid event.topic"],
  ["event.topic.matches('a(?=b)')", "pattern-invalid 'a(?=b)'"],
  ["duration(event.topic)", "literal-malformed event.topic"],
  ["timestamp('2026-01-01')", "literal-malformed '2026-01-01'"],
  ["timestamp('2026-02-30T00:00:00Z')", "literal-malformed '2026-02-30T00:00:00Z'"],
  ["duration('3 days')", "literal-malformed '3 days'"],
  ["has(event.topc)", "unknown-property topc"],
  ["has(1)", "has-needs-property has(1)"],
  ["constructor('a')", "unknown-function constructor"],
  ["event", "event-as-value event"],
])("%s is refused: %s", (text, expected) => {
  expect(compile(text)).toBe(expected);
});

test("an expression nested without end is refused and not run into", () => {
  expect(compile(`${"(".repeat(5000)}1${")".repeat(5000)}`)).toContain("expression-syntax");
  expect(compile(Array.from({ length: 5000 }, () => "event.rush").join(" && "))).toContain("expression-syntax");
});
