import type { Scope } from "../cel/scope.ts";
import type { Path } from "../diagnostic.ts";
import type { CustomerPromise, Term, With } from "../experience.ts";
import type { EntryOf } from "../schema.ts";
import { KEYS_OF_KIND, KINDS, type Kind } from "../schema-promise.ts";
import { checkName, checkNames, type PromiseContext } from "./context.ts";
import { conditionScope, eventScope, valueScope } from "./scopes.ts";
import { resolveTerm, type TermFile } from "./terms.ts";

export type PromiseFile = EntryOf<"promises">;
export type Common = Omit<CustomerPromise, "kind">;

const EVERY_KIND = ["says", "made", "journey", "when", "goal", "agreed", "worth", "touchpoint", "team"] as const;
const TAKEN = new Set(["event", "asked", "answer", "true", "false", "null", "in", "has", "as", "break", "const"]);
for (const word of ["continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace"])
  TAKEN.add(word);
for (const word of ["return", "var", "void", "while"]) TAKEN.add(word);

/** Which of the five kinds a promise is of; reports none and several. */
export function kindOf(entry: PromiseFile, path: Path, context: PromiseContext): Kind | undefined {
  const { report } = context;
  const said = Object.keys(entry).filter((key): key is Kind => (KINDS as readonly string[]).includes(key));
  const kinds = said.includes("measure") ? said.filter((kind) => kind !== "then") : said;
  const [one, other] = kinds;
  if (!one && !KINDS.some((kind) => report.spoiled([...path, kind]))) report.add("no-kind", { path, part: "key" }, {});
  if (one && other) report.add("two-kinds", { path: [...path, other], part: "key" }, { one, other });
  return one;
}

/** Reports keys that do not go with the kind. */
export function checkKeys(entry: PromiseFile, kind: Kind, path: Path, context: PromiseContext): void {
  const known: readonly string[] = [...EVERY_KIND, ...KEYS_OF_KIND[kind]];
  for (const key of Object.keys(entry)) {
    if (known.includes(key) || (KINDS as readonly string[]).includes(key)) continue;
    context.report.add(
      "key-not-for-kind",
      { path: [...path, key], part: "key" },
      { key, kind, known: KEYS_OF_KIND[kind].filter((each) => each !== kind) },
    );
  }
  if (kind !== "measure" || entry.then !== undefined || context.report.spoiled([...path, "then"])) return;
  for (const key of ["unless", "before", "undone-by"] as const) {
    if (entry[key] !== undefined)
      context.report.add("measure-without-answer", { path: [...path, key], part: "key" }, { key });
  }
}

export const eventsOf = (term: Term): readonly string[] => term.map(({ event }) => event);

/** The events that a promise names, with what its conditions and expressions may use. */
export function openTerms(entry: PromiseFile, path: Path, context: PromiseContext) {
  const when = resolveTerm(entry.when, [...path, "when"], (event) => eventScope(event, context), context);
  const names = Object.keys(entry.with ?? {});
  const scopeOf = (event: string): Scope => conditionScope(event, eventsOf(when), names, context);
  const term = (key: "then" | "never" | "count" | "first" | "unless" | "before" | "undone-by"): Term =>
    resolveTerm(entry[key], [...path, key], scopeOf, context);
  const withs = (): readonly With[] =>
    Object.entries(entry.with ?? {}).map(([name, event]: [string, TermFile]) => {
      const at = [...path, "with", name];
      if (TAKEN.has(name)) context.report.add("with-name-taken", { path: at, part: "key" }, { name });
      return { name, event: resolveTerm(event, at, scopeOf, context) };
    });
  const values = (answer: Term | undefined, known: readonly With[]): Scope =>
    valueScope(
      eventsOf(when),
      answer && eventsOf(answer),
      new Map(known.map((each) => [each.name, eventsOf(each.event)])),
      context,
    );
  return { when, term, withs, values };
}

/** What promises of every kind say; `answering` are the events of which somebody must answer. */
export function resolveCommon(
  name: string,
  entry: PromiseFile,
  when: Term,
  answering: Term,
  context: PromiseContext,
): Common {
  const path = ["promises", name];
  const { made = {}, agreed = [] } = entry;
  if (made.at !== undefined) checkName("touchpoints", made.at, { path: [...path, "made", "at"] }, context);
  if (entry.journey !== undefined) checkName("journeys", entry.journey, { path: [...path, "journey"] }, context);
  if (entry.touchpoint !== undefined)
    checkName("touchpoints", entry.touchpoint, { path: [...path, "touchpoint"] }, context);
  if (entry.team !== undefined) checkName("teams", entry.team, { path: [...path, "team"] }, context);
  checkNames("teams", agreed, [...path, "agreed"], context);
  const places = eventsOf(answering).map((event) => context.events.get(event)?.at);
  const touchpoint = entry.touchpoint ?? places.find((place) => place !== undefined);
  const team = entry.team ?? (touchpoint === undefined ? undefined : context.touchpoints.get(touchpoint)?.team);
  return {
    name,
    says: entry.says ?? "",
    made: { at: made.at, how: made.how, quote: made.quote, source: made.source },
    journey: entry.journey,
    when,
    goal: readGoal(entry.goal),
    agreed,
    worth: entry.worth,
    touchpoint,
    team,
  };
}

function readGoal(goal: PromiseFile["goal"]): number | undefined {
  return typeof goal === "string" ? Number((Number(goal.replace("%", "").trim()) / 100).toFixed(10)) : goal;
}
