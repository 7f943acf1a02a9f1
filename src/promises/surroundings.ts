import type { Expression, Term } from "../language/experience.ts";
import { digits, type Name, name, type Sql, sql } from "../sql/sql.ts";
import { ofAsked } from "./asked.ts";
import { packRow } from "./element.ts";
import { namesIn, propertiesIn, type Resolve } from "./expression.ts";
import type { Hunt } from "./hunt.ts";
import type { Surroundings } from "./limit.ts";
import { gathered, ofRow, type Pass } from "./pass.ts";
import { lookUp } from "./search.ts";

/** Events found for each asking, under the name by which expressions speak of them. */
export interface FoundEvents {
  readonly of: string;
  readonly term: Term;
  /** Array(UInt128) of elements beside the askings. */
  readonly found: Name;
}

/** Brings the properties that an expression names to the side of each asking. */
export function surroundings(pass: Pass, scope: string, hunt: Hunt, events: readonly FoundEvents[]) {
  return (expression: Expression): Surroundings => {
    const named = namesIn(expression);
    const beside = events
      .filter(({ of }) => named.has(of))
      .map((event, i) => bring(pass, scope, hunt, event, expression, i));
    const resolve: Resolve = (of, property, type) => {
      if (of === "asked") return ofAsked(hunt.asked, sql`a`)(of, property, type);
      const found = beside.find((b) => b.of === of);
      if (found === undefined) throw new Error(`${of} is not known to this promise`);
      return found.read(property);
    };
    return {
      arrays: [
        named.has("asked") ? sql`${hunt.asked.rows}` : sql`${hunt.asked.askings}`,
        ...beside.map((b) => sql`${b.rows}`),
      ],
      items: [sql`a`, ...beside.map((b) => sql`${b.item}`)],
      resolve,
    };
  };
}

function bring(
  pass: Pass,
  scope: string,
  hunt: Hunt,
  { of, term, found }: FoundEvents,
  expression: Expression,
  i: number,
) {
  const properties = [
    ...new Map(
      propertiesIn(expression)
        .filter((p) => p.of === of)
        .map((p) => [p.name, p]),
    ).values(),
  ];
  const rows = pass.fresh(`${scope}_rows_of`);
  const fields = properties.map((p) => ofRow(of, p.name, p.type));
  pass.aggregate(rows, gathered([packRow(sql`toUInt64(0)`), ...fields], term), term);
  const elements = sql`arrayMap(r -> tupleElement(r, 1), ${rows})`;
  const item = sql`w${digits(i + 1)}`;
  return {
    of,
    item,
    rows: lookUp(hunt.define, found, elements, rows),
    read: (property: string): Sql => {
      const place = properties.findIndex((p) => p.name === property);
      return sql`tupleElement(${item}, ${digits(place + 2)})`;
    },
  };
}
