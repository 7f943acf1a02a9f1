import type { Bound, CustomerPromise, Duration, Experience, PerOccasion, Term, TimeLimit } from "./experience.ts";
import { limitsOf, partsOf, propertiesIn, valuesOf } from "./parts.ts";
import type { Report } from "./report.ts";
import type { Remains } from "./schema.ts";
import { reportUnused } from "./unused.ts";

const RESERVED = ["customer", "at", "id"];

/** What is not wrong but doubtful. Warnings never stop anything. */
export function reportDoubts(experience: Experience, file: Remains, report: Report): void {
  if (file.timezone === undefined && !report.spoiled(["timezone"]))
    report.add("timezone-assumed", { path: ["timezone"] }, {});
  if (experience.promises.length === 0 && !report.spoiled(["promises"]))
    report.add("no-promises", { path: ["promises"], part: "key" }, {});
  for (const { name, team } of experience.touchpoints) {
    const path = ["touchpoints", name];
    if (team === undefined && !report.spoiled([...path, "team"]))
      report.add("touchpoint-without-team", { path, part: "key" }, { name });
  }
  for (const { name, has } of experience.events) {
    for (const property of has.filter((each) => RESERVED.includes(each.name))) {
      report.add(
        "reserved-property",
        { path: ["events", name, "has", property.name], part: "key" },
        { name: property.name },
      );
    }
  }
  for (const { name, hopes, when } of experience.occasions) {
    const path = ["occasions", name];
    if (hopes === undefined && !report.spoiled([...path, "hopes"]))
      report.add("occasion-without-words", { path, part: "key" }, { name });
    doubtTerm(when, [...path, "when"], report);
  }
  doubtValue(experience, file, report);
  for (const promise of experience.promises) doubtPromise(promise, experience, report);
  // A promise with a fault, or one still to be written, may use anything.
  if (!report.hasFaults() && experience.promises.length > 0) reportUnused(experience, report);
}

function doubtPromise(promise: CustomerPromise, experience: Experience, report: Report): void {
  const path = ["promises", promise.name];
  const { name, agreed, goal, worth } = promise;
  if (agreed.length === 0 && !report.spoiled([...path, "agreed"]))
    report.add("agreed-by-nobody", { path, part: "key" }, { name });
  if (goal === 1) report.add("goal-without-room", { path: [...path, "goal"] }, {});
  if (worth !== undefined && experience.currency === undefined && !report.spoiled(["currency"])) {
    report.add("worth-without-currency", { path: [...path, "worth"] }, {});
  }
  for (const { key, term } of partsOf(promise)) doubtTerm(term, [...path, ...key], report);
  if (
    promise.kind === "measure" &&
    propertiesIn(promise.measure).length === 0 &&
    !report.spoiled(path) &&
    !report.hasFaults()
  ) {
    report.add("condition-constant", { path: [...path, "measure"] }, {});
  }
  if (promise.kind !== "first" && promise.kind !== "never") doubtLimits(promise, path, experience, report);
  if (promise.kind === "then" || promise.kind === "measure") {
    const used = new Set(
      valuesOf(promise)
        .flatMap(propertiesIn)
        .map(({ of }) => of),
    );
    for (const each of promise.with) {
      if (!used.has(each.name) && !report.hasFaults())
        report.add("with-unused", { path: [...path, "with", each.name], part: "key" }, each);
    }
  }
}

function doubtValue({ value, events }: Experience, file: Remains, report: Report): void {
  const { bought } = file.value ?? {};
  if (bought === undefined) return;
  const paid = new Set(events.filter(({ received }) => received !== undefined).map(({ name }) => name));
  for (const [index, { event }] of value.bought.entries()) {
    if (paid.has(event) || report.spoiled(["events", event])) continue;
    const place = typeof bought === "string" ? [] : [Array.isArray(bought) ? index : event];
    const at = { path: ["value", "bought", ...place] };
    report.add(
      "bought-without-received",
      Array.isArray(bought) || typeof bought === "string" ? at : { ...at, part: "key" },
      { name: event },
    );
  }
  doubtTerm(value.bought, ["value", "bought"], report);
}

function doubtTerm(term: Term, path: readonly string[], report: Report): void {
  for (const { event, if: condition } of term) {
    if (condition && propertiesIn(condition).length === 0)
      report.add("condition-constant", { path: [...path, event] }, {});
  }
}

type Limited = Exclude<CustomerPromise, { readonly kind: "first" | "never" }>;
type Limit = TimeLimit | Bound;

function doubtLimits(promise: Limited, path: readonly string[], experience: Experience, report: Report): void {
  for (const key of ["expected", "target"] as const) {
    const limit: PerOccasion<Limit> | undefined = promise[key];
    for (const { occasion, value } of limit?.for ?? []) {
      if (same(value, limit?.usual))
        report.add("same-as-usual", { path: [...path, key, "for", occasion], part: "key" }, { name: occasion });
    }
  }
  if (promise.target && looser(promise.target.usual, promise.expected.usual))
    report.add("target-looser", { path: [...path, "target"] }, {});
  if (promise.kind !== "then") return;
  const journey = experience.journeys.find((each) => each.name === promise.journey);
  const ends = (journey?.ends.length ?? 0) > 0 || report.spoiled(["journeys", promise.journey ?? "", "ends"]);
  if (limitsOf(promise).some((limit) => limit.kind === "eventually") && !ends && !report.hasFaults()) {
    report.add("eventually-without-end", { path: [...path, "expected"] }, {});
  }
}

/** Whether the target surely allows more than is expected; what cannot be compared is not. */
function looser(target: Limit, expected: Limit): boolean {
  if ("kind" in target || "kind" in expected) {
    if (!("kind" in target && "kind" in expected) || target.kind !== "within" || expected.kind !== "within")
      return false;
    return longer(target.duration, expected.duration);
  }
  const over = target.most !== undefined && expected.most !== undefined && target.most > expected.most;
  const under = target.least !== undefined && expected.least !== undefined && target.least < expected.least;
  return over || under;
}

function longer(a: Duration, b: Duration): boolean {
  if ("calendar" in a && "calendar" in b && a.calendar !== b.calendar) return false;
  if (a.kind === "open-days" && b.kind === "open-days") return a.days > b.days;
  if (a.kind === "open-time" && b.kind === "open-time") return a.ms > b.ms;
  if ("calendar" in a || "calendar" in b) return false;
  return shortest(a) > longest(b);
}

const HOUR = 3_600_000;
type PlainDuration = Extract<Duration, { readonly kind: "elapsed" | "calendar" }>;
// A day in which the clocks change has 23 or 25 hours; a month has 28 to 31 days.
const shortest = (d: PlainDuration) => (d.kind === "elapsed" ? d.ms : (d.days + d.months * 28) * 24 * HOUR - HOUR);
const longest = (d: PlainDuration) => (d.kind === "elapsed" ? d.ms : (d.days + d.months * 31) * 24 * HOUR + HOUR);
const same = (a: Limit, b: Limit | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
