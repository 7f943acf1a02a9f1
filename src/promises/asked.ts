import type { Term } from "../language/experience.ts";
import { digits, type Name, name, type Sql, sql } from "../sql/sql.ts";
import { packRow, timeOf } from "./element.ts";
import type { Resolve } from "./expression.ts";
import { elementBits, elements, gathered, isOfTerm, ofRow, type Pass } from "./pass.ts";

/** The askings of one promise in a subject, in the order of time and key, and what later steps need to know of them. */
export interface Asked {
  readonly when: Term;
  /** Array(UInt128) of elements. */
  readonly askings: Name;
  /** Array(Int64), milliseconds. */
  readonly times: Name;
  /** Array of tuples beside the askings, one place for each field. */
  readonly rows: Name;
  /** Puts a value of the asking event's row beside each asking. */
  readonly field: (value: Sql) => Field;
  /** The same for a number that is never null, as a plain array: far cheaper to gather than tuples. */
  readonly number: (value: Sql) => Name;
  /** Lays the askings down, once all fields were asked for. */
  readonly seal: () => void;
}

/** A value beside each asking. */
export interface Field {
  /** For all of them, an array in the order of the askings. */
  readonly array: Sql;
  /** Of one, given its tuple. */
  readonly of: (row: Sql) => Sql;
}

export function openAskings(pass: Pass, scope: string, when: Term): Asked {
  const askings = name(`${scope}_askings`);
  const times = name(`${scope}_times`);
  const rows = name(`${scope}_asked`);
  const fields = new Map<string, { readonly place: number; readonly value: Sql }>();
  return {
    when,
    askings,
    times,
    rows,
    field: (value) => {
      const key = JSON.stringify(value);
      const place = fields.get(key)?.place ?? fields.size + 2;
      fields.set(key, { place, value });
      const of = (row: Sql): Sql => sql`tupleElement(${row}, ${digits(place)})`;
      return { array: sql`arrayMap(a -> ${of(sql`a`)}, ${rows})`, of };
    },
    number: (value) => {
      const [as, numbers, elements] = [
        pass.fresh(`${scope}_number`),
        pass.fresh(`${scope}_values`),
        pass.fresh(`${scope}_of`),
      ];
      pass.aggregate(numbers, sql`groupArrayIf(${value}, ${isOfTerm(when)})`, when);
      pass.aggregate(elements, sql`groupArrayIf(${packRow(sql`toUInt64(0)`)}, ${isOfTerm(when)})`, when);
      pass.put(as, sql`arraySort((v, e) -> e, ${numbers}, ${elements})`);
      return as;
    },
    seal: () => {
      pass.put(times, sql`arrayMap(a -> ${timeOf(sql`a`)}, ${askings})`);
      if (fields.size === 0) {
        const bits = digits(pass.bitsOf(when));
        pass.put(askings, sql`arrayFilter((x, m) -> bitAnd(m, ${bits}) != 0, ${elements}, ${elementBits})`);
        return;
      }
      const values = [...fields.values()].map((field) => field.value);
      pass.aggregate(rows, gathered([packRow(sql`toUInt64(0)`), ...values], when), when);
      pass.put(askings, sql`arrayMap(a -> tupleElement(a, 1), ${rows})`);
    },
  };
}

/** Reads properties of the asking event from its tuple. */
export const ofAsked =
  (asked: Asked, row: Sql): Resolve =>
  (_of, property, type) =>
    asked.field(ofRow("event", property, type)).of(row);
