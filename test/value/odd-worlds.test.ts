import { describe, expect, test } from "vitest";
import type { ZodType } from "zod";
import { lastKnownMoment, report, withValue } from "../../src/open.ts";
import { atRiskText } from "../../src/report/at-risk-text.ts";
import { equityText } from "../../src/report/equity-text.ts";
import { reportHtml } from "../../src/report/html.ts";
import { valueText } from "../../src/report/value-text.ts";
import { EQUITY_NOW, VALUE } from "../../src/server/value/value.ts";
import { openedAnswers } from "../answers-server.ts";
import { ODD_AS_OF, ODD_SHOP, ODD_WORLDS } from "./odd-worlds.ts";

/** What goes out as it was found is held to what is told of it here alone. */
const SCHEMAS: Readonly<Record<string, ZodType>> = { "/api/value": VALUE, "/api/equity": EQUITY_NOW };
const SENSELESS = /NaN|Infinity|undefined|\[object/;
const screen = { width: 100, color: false };

describe.each(Object.entries(ODD_WORLDS))("%s", (name, lines) => {
  const shop = openedAnswers(ODD_SHOP, lines, ODD_AS_OF);

  test("every figure is one or is refused in a sentence, on the terminal, in the report and in JSON", async () => {
    const { store } = shop.server.rooms.house;
    const experience = shop.server.rooms.shelf.current()?.experience;
    if (experience === undefined) throw new Error("the shop's file has faults");
    const asOf = Date.parse(ODD_AS_OF);
    expect(await lastKnownMoment(store, asOf)).toBeLessThanOrEqual(asOf);
    const found = await withValue(store, experience, await report(store, experience, asOf));
    const about = { ...found, timezone: "UTC" };
    const shown = [
      valueText(about, screen),
      equityText(found.equity, screen, { ...found, currency: "EUR" }),
      atRiskText(found.deficits, { ...screen, timezone: "UTC" }),
      reportHtml(found, found),
      JSON.stringify(found),
    ];
    for (const text of shown) expect(text.match(SENSELESS)?.index ?? -1, text.slice(0, 400)).toBe(-1);
    expect(numbersOf(found).filter((one) => !Number.isFinite(one))).toEqual([]);
    for (const { reason, needed } of refusalsOf(found))
      for (const words of [reason, needed]) expect(words).toMatch(/^[A-Z"][^]*\.$/);
  });

  test("the routes answer, too", async () => {
    for (const url of ["/api/value", "/api/equity", "/api/deficits", "/api/at-risk", "/api/customers/c0/value"]) {
      const answer = await shop.server.app.inject({ url, headers: { ...shop.agent, "cache-control": "no-cache" } });
      const expected = name === "nothing" && url.startsWith("/api/customers") ? 404 : 200;
      expect([url, answer.statusCode, answer.statusCode === 200 ? "" : answer.json().code]).toEqual([
        url,
        expected,
        expected === 200 ? "" : "not-found",
      ]);
      expect(answer.body).not.toMatch(SENSELESS);
      SCHEMAS[url]?.parse(answer.json());
      if (!url.startsWith("/api/customers"))
        expect((await shop.server.app.inject({ url: `${url}?format=csv`, headers: shop.agent })).statusCode).toBe(200);
    }
  });
});

function numbersOf(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

interface Refused {
  readonly reason: string;
  readonly needed: string;
}

function refusalsOf(value: unknown): readonly Refused[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "kind" in value && value.kind === "refusal" ? [value as unknown as Refused] : [];
  return [...own, ...Object.values(value).flatMap(refusalsOf)];
}
