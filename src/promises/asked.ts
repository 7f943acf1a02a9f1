import type { Term } from "../language/experience.ts";
import { digits, type Name, name, type Sql, sql } from "../sql/sql.ts";
import { bitsOf, ROW_ELEMENT, timeOf } from "./element.ts";
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
  /** Reads a value of the asking event's row from its tuple. */
  readonly field: (value: Sql) => (row: Sql) => Sql;
  /** The same for a value that is never null, as a plain array: far cheaper to gather than tuples. */
  readonly beside: (value: Sql) => Name;
  /** The elements that are of one of the terms, and beside them their bits. */
  readonly nearby: (...terms: readonly Term[]) => Nearby;
  /** Lays the askings down, once everything else was asked for. */
  readonly seal: () => void;
}

export interface Nearby {
  readonly elements: Name;
  readonly bits: Name;
}

export function openAskings(pass: Pass, scope: string, when: Term): Asked {
  const askings = name(`${scope}_askings`);
  const times = name(`${scope}_times`);
  const rows = name(`${scope}_asked`);
  const fields = new Map<string, { readonly place: number; readonly value: Sql }>();
  const near = nearbyOf(pass, scope);
  return {
    when,
    askings,
    times,
    rows,
    field: (value) => {
      const key = JSON.stringify(value);
      const place = fields.get(key)?.place ?? fields.size + 2;
      fields.set(key, { place, value });
      return (row) => sql`tupleElement(${row}, ${digits(place)})`;
    },
    beside: (value) => {
      const { values, elements } = gatherBeside(pass, scope, value, when);
      return pass.define(scope)("beside", sql`arraySort((v, e) -> e, ${values}, ${elements})`);
    },
    nearby: near.nearby,
    seal: () => {
      pass.put(times, sql`arrayMap(a -> ${timeOf(sql`a`)}, ${askings})`);
      const plain = fields.size === 0;
      if (plain) pass.put(askings, sql`${near.nearby(when).elements}`);
      else {
        const values = [...fields.values()].map((field) => field.value);
        pass.aggregate(rows, gathered([ROW_ELEMENT, ...values], when), when);
        pass.put(askings, sql`arrayMap(a -> tupleElement(a, 1), ${rows})`);
      }
      near.seal();
    },
  };
}

/** A value of each event of a term that is never null, and beside it the event's element, in no order. */
export function gatherBeside(pass: Pass, scope: string, value: Sql, term: Term) {
  const [values, elements] = [pass.fresh(`${scope}_values`), pass.fresh(`${scope}_of`)];
  pass.aggregate(values, sql`groupArrayIf(${value}, ${isOfTerm(term)})`, term);
  pass.aggregate(elements, sql`groupArrayIf(${ROW_ELEMENT}, ${isOfTerm(term)})`, term);
  return { values, elements };
}

/** All that a promise looks at is taken from the subject's elements at once, and its parts from that. */
function nearbyOf(pass: Pass, scope: string) {
  const all: Nearby = { elements: name(`${scope}_near`), bits: name(`${scope}_near_bits`) };
  const parts = new Map<bigint, Nearby>();
  const having = (bits: bigint, elements: Name, elementBits: Name): Sql =>
    sql`arrayFilter((x, m) -> bitAnd(m, ${digits(bits)}) != 0, ${elements}, ${elementBits})`;
  return {
    nearby: (...terms: readonly Term[]): Nearby => {
      const bits = terms.reduce((bits, term) => bits | pass.bitsOf(term), 0n);
      const known = parts.get(bits);
      const part = known ?? { elements: pass.fresh(`${scope}_near`), bits: pass.fresh(`${scope}_near_bits`) };
      parts.set(bits, part);
      return part;
    },
    seal: () => {
      const bits = [...parts.keys()].reduce((all, some) => all | some, 0n);
      pass.put(all.elements, having(bits, elements, elementBits));
      for (const [own, part] of [...parts, [bits, all] as const]) {
        if (part !== all)
          pass.put(part.elements, own === bits ? sql`${all.elements}` : having(own, all.elements, all.bits));
        pass.put(part.bits, sql`arrayMap(x -> ${bitsOf(sql`x`)}, ${part.elements})`);
      }
    },
  };
}

/** Reads properties of the asking event from its tuple. */
export const ofAsked =
  (asked: Asked, row: Sql): Resolve =>
  (_of, property, type) =>
    asked.field(ofRow("event", property, type))(row);
