import fc from "fast-check";
import { expect, test } from "vitest";
import { anyReport } from "../../test/any-report.ts";
import { SAMPLE_COSTS, SAMPLE_DRIVERS } from "../../test/sample-costs.ts";
import { counts, emptyPromise } from "../../test/sample-numbers.ts";
import { SAMPLE } from "../../test/sample-report.ts";
import { SAMPLE_AT_RISK, SAMPLE_DEFICITS, SAMPLE_EQUITY, SAMPLE_EXCHANGES } from "../../test/sample-value.ts";
import { refusal } from "../value/estimate.ts";
import { reportHtml } from "./html.ts";

const VOID = new Set(["meta", "br", "wbr"]);

/** Tags left open or closed out of order. */
function faults(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const bare = page.replace(/<style>.*?<\/style>/s, "").replace(/<script>.*?<\/script>/s, "");
  for (const [, slash, tag = "", end] of bare.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)) {
    if (VOID.has(tag) || end === "/") continue;
    if (slash === "") open.push(tag);
    else if (open.pop() !== tag) wrong.push(`</${tag}>`);
  }
  return [...wrong, ...open];
}

/** What a reader sees, without the tags. */
function words(page: string): string {
  const body = page.slice(page.indexOf("<body>")).replace(/<script>.*?<\/script>/s, "");
  return body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("shows each promise in the customer's words, once in the overview and once in depth", () => {
  const page = reportHtml(SAMPLE);
  for (const gap of SAMPLE.promises)
    expect(page.split(`<q class="says" dir="auto">${gap.says}</q>`).length).toBeGreaterThanOrEqual(3);
  expect(page.match(/<section class="promise"/g)?.length).toBe(SAMPLE.promises.length);
  expect(faults(page)).toEqual([]);
});

test("needs nothing from outside", () => {
  const page = reportHtml(SAMPLE);
  expect(page).not.toMatch(/\b(?:src|href)="(?!#)/);
  expect(page).not.toMatch(/url\(|@import|https?:/);
  expect(page).toContain("default-src &#39;none&#39;");
});

test("what a broken one costs stands with its interval as it is, and with who can be compared with whom", () => {
  const shown = words(reportHtml(SAMPLE, { costs: SAMPLE_COSTS, drivers: SAMPLE_DRIVERS })).replaceAll("\u00a0", " ");
  expect(shown).toContain("20.0% 18.0% to 22.0% 19.0% 17.0% to 21.0% −1.02 −1.04 to −1.00 −1.04 412");
  expect(shown).toContain("−1.16 (−1.26 to −1.06)");
  expect(shown).toContain("Felt score: who has others like them");
  expect(shown).toContain("814 broken ones have kept ones like them, which are worth 640.");
  expect(shown).toContain("0% to 10.0% 10 900");
});

test("says what matters most in one sentence", () => {
  expect(words(reportHtml(SAMPLE))).toContain(
    "The promise that breaks most beyond its goal is Delivered and installed within three days : 2,475 of 11,454 were broken (21.6%), where its goal of 95% leaves room for 572.",
  );
});

test("names every picture and gives its numbers as a table", () => {
  const page = reportHtml(SAMPLE);
  const pictures = page.match(/<svg class[^>]*>/g) ?? [];
  const named = page.match(/<svg class[^>]*role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/g) ?? [];
  expect(pictures.length).toBeGreaterThan(40);
  expect(named.length).toBe(pictures.length);
  expect(page.match(/<table/g)?.length).toBe(page.match(/<caption/g)?.length);
});

test("what customers are worth, and who is short of what, stand in it without names, each picture with its table", () => {
  const more = {
    equity: SAMPLE_EQUITY,
    at_risk: SAMPLE_AT_RISK,
    exchanges: SAMPLE_EXCHANGES,
    deficits: SAMPLE_DEFICITS,
  };
  const page = reportHtml(SAMPLE, more);
  expect(faults(page)).toEqual([]);
  const said = words(page);
  for (const sentence of [
    "In the next 12 months your customers are worth €24,000 (€22,000 to €26,000)",
    "€1,500 (€700 to €2,300) is at risk, 16.7% of that.",
    "640 customers are short of something, or likely to be. That is €20,500 (€16,000 to €25,000), grade E, in all",
    "What customers were given, and what was received",
    "What they say, and what they do",
  ])
    expect(said.replaceAll("\u00a0", " ")).toContain(sentence);
  expect(page.match(/<svg class="(?:calibration|said)"/g)?.length).toBe(3);
  expect(page.match(/<table/g)?.length).toBe(page.match(/<caption/g)?.length);
});

test("where it cannot be said what customers are worth, the reason stands in its place", () => {
  const none = refusal("Only 3 customers have bought.", "At least 50 customers who bought.");
  const page = reportHtml(SAMPLE, { equity: none, at_risk: none, exchanges: SAMPLE_EXCHANGES });
  expect(words(page)).toContain("It cannot be said. Only 3 customers have bought. What would be needed: At least 50");
  expect(faults(page)).toEqual([]);
});

test("marks a subcontractor as outside", () => {
  expect(words(reportHtml(SAMPLE))).toMatch(/electrician &nbsp; outside answers at installation/);
});

test("shows no rate where nothing was judged", () => {
  const page = words(reportHtml({ ...SAMPLE, promises: [emptyPromise("quiet", "Nobody asked", "then")] }));
  expect(page).toContain("No evidence: not one promise could be judged yet.");
  expect(page).not.toMatch(/\b100%\s+kept/);
});

test("escapes names that try to be markup, everywhere", () => {
  const evil = "<script>alert(1)</script>";
  const said = JSON.stringify(SAMPLE, (key, value) =>
    typeof value === "string" &&
    !["as_of", "first_event", "last_event", "timezone", "kind", "unit", "currency", "alert"].includes(key)
      ? `${value}${evil}"'&`
      : value,
  );
  const page = reportHtml(JSON.parse(said));
  expect(page).not.toContain(evil);
  expect(page.match(/<script/g)?.length).toBe(1);
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
  expect(faults(page)).toEqual([]);
});

test("names the program's version where it is known", () => {
  expect(reportHtml(SAMPLE, { version: "1.2.3" })).toContain("Kept 1.2.3");
  expect(reportHtml(SAMPLE)).toContain("Made by Kept, as of 2026-01-01 00:00");
});

test("stands whole when there is nothing to show", () => {
  const empty = {
    ...SAMPLE,
    events: 0,
    customers: 0,
    first_event: null,
    last_event: null,
    promises: [],
    by_team: [],
    by_touchpoint: [],
    journeys: [],
    unknown_events: [],
  };
  const page = reportHtml(empty);
  expect(words(page)).toContain("No promise is written in the experience file yet.");
  expect(faults(page)).toEqual([]);
});

test("calls a single kept promise by its name", () => {
  const one = { ...emptyPromise("one", "One", "first"), ...counts(1) };
  expect(words(reportHtml({ ...SAMPLE, promises: [one] }))).toContain("The only promise judged so far was kept.");
});

test("whatever the report, the page is whole and holds no number that is none", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const page = reportHtml(report);
      const senseless = [
        ...page.matchAll(/.{0,60}(?:NaN|undefined|Infinity|\[object|="-?\d*\.?\d*e[+-]|(?:width|height|r|rx)="-)/g),
      ];
      expect([...faults(page), ...senseless.map(([found]) => found)]).toEqual([]);
      expect(page.match(/<script/g)?.length).toBe(1);
    }),
    { numRuns: 100 },
  );
});
