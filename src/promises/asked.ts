import type { Term } from "../language/experience.ts";
import { digits, type Name, name, type Sql, sql } from "../sql/sql.ts";
import { eventOf, timeOf } from "./element.ts";
import type { Resolve } from "./expression.ts";
import { elementBits, elements, gathered, isOfTerm, ofRow, ownTerm, type Pass } from "./pass.ts";
import { threadOf } from "./thread.ts";

/** The askings of one promise to a customer, in the order of thread, time and key, and what later steps need to know of them. */
export interface Asked {
  readonly when: Term;
  /** Array(UInt128) of elements. */
  readonly askings: Name;
  /** The same in the threads of their subjects, in the order of these. */
  readonly bySubject: Name;
  /** The same in the threads of subject and values, in the order of these. */
  readonly byValues: (values: Sql) => Name;
  /** Brings what stands beside the askings in one order beside them in another, that of `askings` unless said. */
  readonly beside: (values: Name, from: Name, to?: Name) => Name;
  /** Array(Int64), milliseconds. */
  readonly times: Name;
  /** Array of tuples beside the askings, one place for each field. */
  readonly rows: Name;
  /** Reads a value of the asking event's row from its tuple. */
  readonly field: (value: Sql) => (row: Sql) => Sql;
  /** The same for a value that is never null, as a plain array: far cheaper to gather than tuples. */
  readonly gather: (value: Sql) => Name;
  /** The elements that are of one of the terms, in no order, in the threads of their subjects, and beside them their bits. */
  readonly nearby: (...terms: readonly Term[]) => Nearby;
  /** Says that candidates are held against the askings one by one. */
  readonly pairUp: () => void;
  /** Lays the askings down, once everything else was asked for. */
  readonly seal: () => void;
}

export interface Nearby {
  readonly elements: Name;
  readonly bits: Name;
}

/** `terms` are the events that will be looked for: where one thread binds them all, the askings stand in its order. */
export function openAskings(pass: Pass, scope: string, when: Term, terms: readonly Term[]): Asked {
  const define = pass.define(scope);
  const [askings, times, rows] = [name(`${scope}_askings`), name(`${scope}_times`), name(`${scope}_asked`)];
  const fields = new Map<string, { readonly place: number; readonly value: Sql }>();
  const near = nearbyOf(pass, scope);
  const own = commonValues(when, terms);
  const unsorted = own === undefined ? near.nearby(when).elements : gatherIf(pass, scope, pass.element(own), when);
  const bySubject = own === undefined ? askings : define("by_subject", sql`arraySort(${near.nearby(when).elements})`);
  const byEvent = (values: Name, ordered: Name): Sql =>
    sql`arraySort((v, a) -> ${eventOf(sql`a`)}, ${values}, ${ordered})`;
  return {
    when,
    askings,
    bySubject,
    byValues: (values) => {
      if (JSON.stringify(values) === JSON.stringify(own)) return askings;
      return define("by_values", sql`arraySort(${gatherIf(pass, scope, pass.element(values), when)})`);
    },
    beside: (values, from, to = askings) => {
      if (from === to) return values;
      const places = define("places", sql`arrayEnumerate(${to})`);
      return define("beside", sql`arraySort((v, p) -> p, ${byEvent(values, from)}, ${byEvent(places, to)})`);
    },
    times,
    rows,
    field: (value) => {
      const key = JSON.stringify(value);
      const place = fields.get(key)?.place ?? fields.size + 2;
      fields.set(key, { place, value });
      return (row) => sql`tupleElement(${row}, ${digits(place)})`;
    },
    gather: (value) =>
      define("gathered", sql`arraySort((v, e) -> e, ${gatherIf(pass, scope, value, when)}, ${unsorted})`),
    nearby: near.nearby,
    pairUp: pass.pairUp,
    seal: () => {
      pass.put(times, sql`arrayMap(a -> ${timeOf(sql`a`)}, ${askings})`);
      pass.put(askings, sql`arraySort(${unsorted})`);
      if (fields.size > 0) {
        const values = [...fields.values()].map((field) => field.value);
        pass.aggregate(rows, gathered([pass.element(own), ...values], when), when);
      }
      near.seal();
    },
  };
}

/** The values that must be equal, the asking's own, if it is the same for all that is looked for. */
function commonValues(when: Term, terms: readonly Term[]): Sql | undefined {
  const threads = terms.filter((term) => term.length > 0).map((term) => threadOf(when, term));
  const [first] = threads;
  if (first?.kind !== "values") return undefined;
  const key = JSON.stringify(first.asked);
  return threads.every((thread) => thread.kind === "values" && JSON.stringify(thread.asked) === key)
    ? first.asked
    : undefined;
}

/** A value of each event of a term that is never null, in the order of the term's events in `nearby`. */
export function gatherIf(pass: Pass, scope: string, value: Sql, term: Term): Name {
  const values = pass.fresh(`${scope}_values`);
  pass.aggregate(values, sql`groupArrayIf(${value}, ${isOfTerm(term)})`, term);
  return values;
}

/** All that a promise looks at is taken from the customer's elements at once, and its parts from that. */
function nearbyOf(pass: Pass, scope: string) {
  const all: Nearby = { elements: name(`${scope}_near`), bits: name(`${scope}_near_bits`) };
  const parts = new Map<bigint, Nearby>();
  const having = (bits: bigint, from: Nearby) => {
    const has = sql`bitAnd(m, ${digits(bits)}) != 0`;
    return {
      elements: sql`arrayFilter((x, m) -> ${has}, ${from.elements}, ${from.bits})`,
      bits: sql`arrayFilter(m -> ${has}, ${from.bits})`,
    };
  };
  return {
    nearby: (...terms: readonly Term[]): Nearby => {
      const bits = terms.reduce((bits, term) => bits | pass.bitsOf(ownTerm(term)), 0n);
      const known = parts.get(bits);
      const part = known ?? { elements: pass.fresh(`${scope}_near`), bits: pass.fresh(`${scope}_near_bits`) };
      parts.set(bits, part);
      return part;
    },
    seal: () => {
      const bits = [...parts.keys()].reduce((all, some) => all | some, 0n);
      const whole = having(bits, { elements, bits: elementBits });
      pass.put(all.elements, whole.elements);
      pass.put(all.bits, whole.bits);
      for (const [own, part] of parts) {
        const found = own === bits ? { elements: sql`${all.elements}`, bits: sql`${all.bits}` } : having(own, all);
        pass.put(part.elements, found.elements);
        pass.put(part.bits, found.bits);
      }
    },
  };
}

/** Reads properties of the asking event from its tuple. */
export const ofAsked =
  (asked: Asked, row: Sql): Resolve =>
  (_of, property, type) =>
    asked.field(ofRow("event", property, type))(row);
