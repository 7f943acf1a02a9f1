import type { Journey, Occasion } from "../experience.ts";
import { type Context, checkNames, entriesOf } from "./context.ts";
import { eventScope } from "./scopes.ts";
import { resolveTerm } from "./terms.ts";

/** Events that belong together. */
export function resolveJourneys(context: Context): readonly Journey[] {
  return entriesOf("journeys", context.file).map(([name, entry]) => {
    const { path = [], ends = [] } = entry;
    checkNames("events", path, ["journeys", name, "path"], context);
    checkNames("events", ends, ["journeys", name, "ends"], context);
    return { name, follows: entry.follows ?? "", path, ends };
  });
}

/** Why customers buy. */
export function resolveOccasions(context: Context): readonly Occasion[] {
  return entriesOf("occasions", context.file).map(([name, entry]) => ({
    name,
    when: resolveTerm(entry.when, ["occasions", name, "when"], (event) => eventScope(event, context), context),
    life: entry.life,
    hopes: entry.hopes,
    ifWeFail: entry["if-we-fail"],
    ifWeShine: entry["if-we-shine"],
    stakes: entry.stakes ?? 1,
  }));
}
