import type { Expression, PropertyType, Term } from "../language/experience.ts";
import { propertiesIn } from "../language/parts.ts";
import { digits, type Name, type Sql, sql } from "../sql/sql.ts";
import { type Beside, besideOf } from "./beside.ts";
import type { Resolve } from "./expression.ts";
import type { Hunt } from "./hunt.ts";
import type { Surroundings } from "./limit.ts";
import { ofRow, type Pass } from "./pass.ts";
import { lookUp } from "./search.ts";

/** Events found for each asking, under the name by which expressions speak of them. */
export interface FoundEvents {
  readonly of: string;
  readonly term: Term;
  /** Array(UInt128) of elements beside the askings. */
  readonly found: Name;
}

/** Brings the properties that an expression names to the side of each asking. */
export function surroundings(pass: Pass, hunt: Hunt, events: readonly FoundEvents[]) {
  return (expression: Expression): Surroundings => {
    const brought = new Map<string, { readonly array: Name; readonly item: Sql; readonly beside: Beside }>();
    const bring = (of: string, property: string, type: PropertyType): Name => {
      const beside = besideOf(type);
      const value = beside.gathered(ofRow(of, property, type));
      if (of === "asked") return hunt.asked.gather(value);
      const event = events.find((event) => event.of === of);
      if (event === undefined) throw new Error(`${of} is not known to this promise`);
      const values = pass.valuesOf(event.term, value);
      return lookUp(hunt.define, event.found, pass.elementsOf(event.term), values, beside.absent);
    };
    for (const { of, name, type } of propertiesIn(expression)) {
      const key = `${of} ${name}`;
      if (brought.has(key)) continue;
      const item = sql`w${digits(brought.size + 1)}`;
      brought.set(key, { array: bring(of, name, type), item, beside: besideOf(type) });
    }
    const resolve: Resolve = (of, property) => {
      const found = brought.get(`${of} ${property}`);
      if (found === undefined) throw new Error(`${of}.${property} was not brought`);
      return found.beside.read(found.item);
    };
    const all = [...brought.values()];
    return {
      arrays: [sql`${hunt.asked.askings}`, ...all.map(({ array }) => sql`${array}`)],
      items: [sql`a`, ...all.map(({ item }) => item)],
      resolve,
    };
  };
}
