import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { columnsOf } from "./columns.ts";
import type { Expression, Operator } from "./experience.ts";
import { durationsOf, limitsOf, partsOf, valuesOf } from "./parts.ts";
import { readExperience } from "./read.ts";
import { ENTRIES, EXPERIENCE_FILE, PROPERTY_TYPES, VALUE } from "./schema.ts";
import { KINDS } from "./schema-promise.ts";

const source = readFileSync(new URL("../../experiences/whole-language/experience.yaml", import.meta.url), "utf8");
const { experience, diagnostics } = readExperience(source, "experience.yaml");
if (!experience) throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join("\n"));
const { promises, occasions } = experience;

// Written as a map, so that the compiler says when an operator is forgotten.
const OPERATORS: Readonly<Record<Operator, true>> = {
  and: true,
  or: true,
  not: true,
  if: true,
  "=": true,
  "!=": true,
  "<": true,
  "<=": true,
  ">": true,
  ">=": true,
  "+": true,
  "-": true,
  "*": true,
  "/": true,
  "%": true,
  negate: true,
  in: true,
  has: true,
  "starts-with": true,
  "ends-with": true,
  contains: true,
  matches: true,
  size: true,
  lower: true,
  upper: true,
  "to-text": true,
  "to-number": true,
  "to-whole": true,
};

function operatorsIn(expression: Expression): readonly string[] {
  if (expression.kind === "list") return expression.items.flatMap(operatorsIn);
  return expression.kind === "call" ? [expression.op, ...expression.args.flatMap(operatorsIn)] : [];
}

test("the example of the whole language has neither faults nor warnings", () => {
  expect(diagnostics).toEqual([]);
});

test("it uses every key of every section", () => {
  const data: Record<string, unknown> = parse(source);
  expect(Object.keys(data).sort()).toEqual(Object.keys(EXPERIENCE_FILE.shape).sort());
  for (const [section, entry] of Object.entries(ENTRIES)) {
    const entries = Object.values(z.record(z.string(), z.unknown()).parse(data[section]));
    const used = new Set(entries.flatMap((each) => Object.keys(each ?? {})));
    expect([...used].sort(), section).toEqual(Object.keys(entry.shape).sort());
  }
  expect(Object.keys(z.record(z.string(), z.unknown()).parse(data["value"])).sort()).toEqual(
    Object.keys(VALUE.shape).sort(),
  );
});

test("it uses every kind, every kind of duration and of limit, every type and every operator", () => {
  expect(new Set(promises.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  const durations = promises.flatMap(durationsOf).map(({ kind }) => kind);
  expect(new Set(durations)).toEqual(new Set(["elapsed", "calendar", "open-time", "open-days"]));
  const limits = promises
    .flatMap((promise) => (promise.kind === "then" ? limitsOf(promise) : []))
    .map(({ kind }) => kind);
  expect(new Set(limits)).toEqual(new Set(["within", "by", "eventually"]));
  expect(new Set(columnsOf(experience).map(({ type }) => type))).toEqual(new Set(PROPERTY_TYPES));
  const terms = [
    ...promises.flatMap((promise) => partsOf(promise).map(({ term }) => term)),
    ...occasions.map(({ when }) => when),
  ];
  const conditions = terms.flat().flatMap((each) => (each.if ? [each.if] : []));
  const used = new Set([...conditions, ...promises.flatMap(valuesOf)].flatMap(operatorsIn));
  expect([...used].sort()).toEqual(Object.keys(OPERATORS).sort());
});

test("every event, journey and team stands in the plain data with its defaults filled in", () => {
  expect(experience.calendars[0]).toEqual({
    name: "office",
    timezone: "Europe/Berlin",
    open: [1, 2, 3, 4, 5]
      .map((weekday) => ({ weekday, from: 480, to: 1080 }))
      .concat({ weekday: 6, from: 600, to: 840 }),
    holidays: "DE-BY",
    closed: ["2026-12-24", "2026-12-31"],
  });
  expect(experience.teams[0]).toEqual({ name: "board", in: undefined, outside: false });
  expect(occasions[2]).toMatchObject({ name: "second-line", stakes: 1, life: undefined });
  expect(promises.find(({ name }) => name === "online-in-two-weeks")).toMatchObject({
    goal: 0.95,
    touchpoint: "line",
    team: "network",
    expected: {
      usual: { kind: "within", duration: { kind: "calendar", days: 14, months: 0 } },
      for: [
        {
          occasion: "working-from-home",
          value: { kind: "within", duration: { kind: "calendar", days: 5, months: 0 } },
        },
        {
          occasion: "moving-house",
          value: { kind: "by", moment: { kind: "property", type: "date", of: "asked", name: "wanted_by" } },
        },
      ],
    },
  });
  expect(promises.find(({ name }) => name === "repaired-soon")).toMatchObject({
    touchpoint: "line",
    team: "field-work",
  });
  expect(promises.find(({ name }) => name === "hardly-late")).toMatchObject({ expected: { usual: { most: 900 } } });
});

test("what a customer is worth is counted as the file says, in days and shares", () => {
  expect(experience.value).toMatchObject({
    bought: [{ event: "order.placed" }, { event: "order.changed", if: undefined }],
    againWithinDays: 56,
    margin: 0.4,
    discount: 0.08,
    said: ["again-within", "bought", "discount", "horizon", "margin"],
  });
  expect(experience.value.horizonDays).toBeCloseTo(730.5, 9);
  expect(experience.events.find(({ name }) => name === "survey.answered")?.again).toBe("would_stay");
});

test("where nothing is said of value, every event that brings money is a purchase", () => {
  const without = readExperience(source.replace(/^value:\n(?: .*\n)+/m, ""), "experience.yaml").experience?.value;
  expect(without?.bought.map(({ event }) => event)).toEqual(["order.placed", "order.changed", "bill.sent"]);
  expect(without).toMatchObject({ margin: 1, discount: 0.1, said: [] });
});

test("all of it is frozen", () => {
  const thawed: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Object.isFrozen(value)) thawed.push(path);
    for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
  };
  visit(experience, "experience");
  expect(thawed).toEqual([]);
});
