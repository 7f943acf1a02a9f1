import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Schema, suggest } from "./complete.ts";

const schema = JSON.parse(readFileSync("schema/experience.schema.json", "utf8")) as Schema;
const FILE = `kept: 1
name: Shop
teams:
  sales: {}
  stock: { in: sales }
touchpoints:
  web: { team: sales }
events:
  order.placed: { at: web }
  order.sent: {}
journeys:
  order: { follows: order, path: [order.placed, order.sent] }
occasions:
  gift: { when: order.placed }
promises:
`;

/** The labels at the sign ‸. */
const at = (more: string) => {
  const text = `${FILE}${more}`;
  const place = text.indexOf("‸");
  const found = suggest(text.replace("‸", ""), place, schema);
  return { labels: found.options.map(({ label }) => label), typed: text.slice(found.from, place) };
};

test("keys of a promise are offered, and not those that stand there already", () => {
  const { labels, typed } = at("  sent-soon:\n    says: Sent soon\n    th‸");
  expect(labels).toEqual(expect.arrayContaining(["then", "expected", "goal"]));
  expect(labels).not.toContain("says");
  expect(typed).toBe("th");
});

test("names of the file are offered where they may stand", () => {
  expect(at("  sent-soon:\n    then: ‸").labels).toEqual(["order.placed", "order.sent"]);
  expect(at("  sent-soon:\n    then: order.s‸").typed).toBe("order.s");
  expect(at("  sent-soon:\n    team: ‸").labels).toEqual(["sales", "stock"]);
  expect(at("  sent-soon:\n    journey: ‸").labels).toEqual(["order"]);
  expect(at("  sent-soon:\n    agreed: [sales, ‸").labels).toEqual(["sales", "stock"]);
  expect(at("  sent-soon:\n    before:\n      - ‸").labels).toEqual(["order.placed", "order.sent"]);
});

test("maps within a line are read, too", () => {
  const limit = at("  sent-soon:\n    expected: { with‸");
  expect(limit.labels).toEqual(expect.arrayContaining(["within", "by", "be"]));
  const second = at("  sent-soon:\n    expected: { within: 2 days, f‸");
  expect([second.labels.includes("within"), second.labels.includes("for"), second.typed]).toEqual([false, true, "f"]);
  expect(at("  sent-soon:\n    expected: { within: 2 days, for: { ‸").labels).toEqual(["gift"]);
});

test("words of the language are offered, and sections at the beginning of a line", () => {
  expect(at("  sent-soon:\n    made: { how: ‸").labels).toEqual(["stated", "implied"]);
  expect(at("cal‸").labels).toContain("calendars");
  expect(at("cal‸").labels).not.toContain("events");
});

test("nothing is offered where nothing is known", () => {
  expect(at("  sent-soon:\n    says: ‸").labels).toEqual([]);
  expect(at("  ‸").labels).toEqual([]);
  expect(suggest("", 0, schema).options.map(({ label }) => label)).toContain("kept");
});
