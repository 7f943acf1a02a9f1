import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf } from "./columns.ts";
import { type Reading, readExperience } from "./read.ts";

const source = readFileSync(new URL("../../experiences/whole-language/experience.yaml", import.meta.url), "utf8");
const lines = source.split("\n");
// KEPT_TEST_RUNS asks for a longer search.
const RUNS = Number(process.env.KEPT_TEST_RUNS ?? 120);
const TOKENS = [
  "{",
  "}",
  "[",
  "]",
  ":",
  "- ",
  "'",
  '"',
  "#",
  "|",
  ">-",
  "&a ",
  "*a",
  "!!",
  "? ",
  "~",
  "\t",
  "\r",
  "\u0000",
  "\u2028",
  "é",
  "😀",
  "0",
  "-1",
  ".nan",
  ".inf",
  "1e999",
  "null",
  "true",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "event.",
  "asked.",
  "answer.",
  "&& ",
  "(",
  ")",
  "?",
  "in []",
  "at most",
  "between 3 and",
  "days",
  "office",
  "eventually",
  "%",
  "---\n",
  "...\n",
  "<<: ",
  "\n",
  "    ",
];

const edit = fc.oneof(
  fc.record({
    kind: fc.constant("delete" as const),
    at: fc.nat(source.length),
    length: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ kind: fc.constant("insert" as const), at: fc.nat(source.length), text: fc.constantFrom(...TOKENS) }),
  fc.record({
    kind: fc.constant("random" as const),
    at: fc.nat(source.length),
    text: fc.string({ unit: "binary", maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant("line" as const), from: fc.nat(lines.length - 1), to: fc.nat(lines.length - 1) }),
);

function mutate(text: string, edits: readonly (typeof edit extends fc.Arbitrary<infer E> ? E : never)[]): string {
  return edits.reduce((current, each) => {
    if (each.kind === "delete") return current.slice(0, each.at) + current.slice(each.at + each.length);
    if (each.kind !== "line") return current.slice(0, each.at) + each.text + current.slice(each.at);
    const rows = current.split("\n");
    rows.splice(each.to, 0, rows[each.from] ?? "");
    return rows.join("\n");
  }, text);
}

function expectSound({ experience, diagnostics }: Reading, text: string): void {
  const faults = diagnostics.filter(({ severity }) => severity === "fault");
  expect(experience === undefined).toBe(faults.length > 0);
  if (experience) columnsOf(experience);
  for (const { line, column, endLine, endColumn, message, source: shown } of diagnostics) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(endLine > line || endColumn > column).toBe(true);
    expect(text).toContain(shown);
    expect(column).toBeLessThanOrEqual(shown.length + 1);
    expect(message).not.toMatch(/undefined|\[object|NaN/);
  }
}

test("a file changed at random never throws and gives either diagnostics or an experience", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const text = mutate(source, edits);
      expectSound(readExperience(text, "experience.yaml"), text);
    }),
    { numRuns: RUNS },
  );
});

test("any text at all never throws", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 5 }))), (parts) => {
      const text = parts.join("");
      expectSound(readExperience(text, "experience.yaml"), text);
    }),
    { numRuns: RUNS },
  );
});

const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf"];

test.each(NAMES)("%s is a name like any other, or refused, and changes nothing for others", (name) => {
  const text = `kept: 1
name: Names
timezone: UTC
teams: { ${name}: { in: ${name === "toString" ? "valueOf" : "toString"} } }
touchpoints: { ${name}: { team: valueOf } }
events: { ${name}: { at: ${name}, has: { ${name}: text } }, other: { at: hasOwnProperty } }
journeys: { ${name}: { follows: ${name} } }
occasions: { ${name}: { when: { ${name}: event.${name} == "a" }, hopes: None } }
calendars: { ${name}: { open: Mon 08:00-09:00 } }
promises:
  ${name}: { says: S, journey: ${name}, when: ${name}, then: toString, with: { ${name}: valueOf }, expected: { within: 3 ${name} hours, for: { ${name}: 1 day, valueOf: 2 days } }, agreed: [prototype] }
${name}: 1
`;
  const before = Object.getOwnPropertyNames(Object.prototype);
  expectSound(readExperience(text, "names.yaml"), text);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect({}).not.toHaveProperty("team");
});

test("constructor as a name works from one end to the other", () => {
  const { experience, diagnostics } = readExperience(
    `kept: 1
name: Names
timezone: UTC
teams: { constructor: }
touchpoints: { constructor: { team: constructor } }
events: { constructor: { at: constructor, has: { constructor: text } }, valueOf: { at: constructor } }
journeys: { constructor: { follows: toString } }
occasions: { constructor: { when: { constructor: event.constructor == "a" }, hopes: None } }
calendars: { constructor: { open: Mon 08:00-09:00 } }
promises:
  constructor: { says: S, journey: constructor, when: constructor, then: valueOf, agreed: [constructor],
    expected: { within: 3 constructor hours, for: { constructor: 1 day } } }
`,
    "names.yaml",
  );
  expect(diagnostics).toEqual([]);
  expect(experience?.promises[0]).toMatchObject({
    name: "constructor",
    team: "constructor",
    touchpoint: "constructor",
  });
  expect(experience && columnsOf(experience)).toEqual([
    { name: "constructor", type: "text", follows: false },
    { name: "toString", type: "text", follows: true },
  ]);
});

test("a name that the file lacks is unknown, though every object inherits it", () => {
  const { diagnostics } = readExperience(
    "kept: 1\nname: N\ntimezone: UTC\nevents: { a: {} }\npromises: { p: { says: S, when: toString, first: a, journey: valueOf, team: constructor, agreed: [hasOwnProperty] } }\n",
    "names.yaml",
  );
  expect(diagnostics.map(({ code }) => code).sort()).toEqual([
    "unknown-event",
    "unknown-journey",
    "unknown-team",
    "unknown-team",
  ]);
});
