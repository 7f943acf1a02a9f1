import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineEnd } from "../ledger.ts";
import { expectRefused, folderWith, kept, remove } from "./kept.ts";

let folder: string;
beforeAll(async () => {
  folder = folderWith();
  await kept(folder, ["init"]);
  const orders = Array.from({ length: 60 }, (_, i) => {
    const [order, delivered] = [`2026-03-${1 + (i % 20)} 12:00`, `2026-03-${4 + (i % 20) + (i % 3)} 11:00`];
    return `c${i},order.placed,${order},o${i},\nc${i},order.delivered,${delivered},o${i},\n`;
  });
  writeFileSync(join(folder, "orders.csv"), `customer,event,time,order_id,stars\n${orders.join("")}`);
  await kept(folder, ["import", "orders.csv"]);
});
afterAll(async () => {
  await engineEnd(join(folder, ".kept"));
  remove(folder);
});

test("kept value says of every promise what it costs, or why that cannot be known", async () => {
  const { code, out, err } = await kept(folder, ["value"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("what a broken promise costs");
  expect(out).toMatch(/cannot be known/);
  expect(out).toContain("Which broken promises move the felt score most");
  expect(out).not.toMatch(/NaN|undefined|Infinity|\[object/);
});

test("kept value --json holds the same for programs, and kept report --costs has it beside the gaps", async () => {
  const value = JSON.parse((await kept(folder, ["value", "--json", "--within", "30"])).out);
  expect(value.costs[0]).toMatchObject({ window_days: 30, felt: { naive: { kind: "refusal" } } });
  expect(value.drivers.kind).toBe("refusal");
  const report = JSON.parse((await kept(folder, ["report", "--json", "--costs"])).out);
  expect(Object.keys(report)).toEqual(
    expect.arrayContaining(["costs", "drivers", "expectations", "equity", "at_risk", "exchanges", "deficits"]),
  );
  expect(report.costs.map((cost: { promise: string }) => cost.promise)).toEqual(
    report.promises.map((gap: { promise: string }) => gap.promise),
  );
});

test("so few customers have no equity, and it is said why; what they were given is counted all the same", async () => {
  const equity = JSON.parse((await kept(folder, ["equity", "--json"])).out);
  expect(equity).toMatchObject({ kind: "refusal", at_risk: { kind: "refusal" } });
  expect(equity.exchanges.whole).toMatchObject({ customers: 60, kept: expect.any(Number) });
});

test.each([["equity"], ["at-risk"], ["customer c1"]])("kept %s shows no figure that is none", async (words) => {
  const { code, out, err } = await kept(folder, words.split(" "));
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).not.toMatch(/NaN|undefined|Infinity|\[object/);
});

test("the report as a page has what customers are worth, and what is likely to break", async () => {
  expect(await kept(folder, ["report", "--costs", "--html", "report.html"])).toMatchObject({ code: 0, err: "" });
  const page = readFileSync(join(folder, "report.html"), "utf8");
  expect(page).toContain("What customers are worth");
  expect(page).toContain("What is likely to break");
});

test("what it cannot take is refused in a sentence", async () => {
  expectRefused(await kept(folder, ["value", "--within", "soon"]), /takes a number of days above 0/);
  expectRefused(await kept(folder, ["value", "no-such-promise"]), /There is no promise "no-such-promise"/);
});
