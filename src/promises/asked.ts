import type { Term } from "../language/experience.ts";
import { digits, type Name, name, type Sql, sql } from "../sql/sql.ts";
import { eventOf, inThreadOf, timeOf } from "./element.ts";
import type { Resolve } from "./expression.ts";
import { gathered, ofRow, type Pass } from "./pass.ts";
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
  /** The askings in the order of `askings`, but each in the thread of its subject. */
  readonly ofSubjects: () => Name;
  /** Says that candidates are held against the askings one by one. */
  readonly pairUp: () => void;
  /** Lays the askings down, once everything else was asked for. */
  readonly seal: () => void;
}

/** `terms` are the events that will be looked for: where one thread binds them all, the askings stand in its order. */
export function openAskings(pass: Pass, scope: string, when: Term, terms: readonly Term[]): Asked {
  const define = pass.define(scope);
  const [askings, times, rows] = [name(`${scope}_askings`), name(`${scope}_times`), name(`${scope}_asked`)];
  const fields = new Map<string, { readonly place: number; readonly value: Sql }>();
  const own = commonValues(when, terms);
  const unsorted = own === undefined ? pass.elementsOf(when) : elementsByValues(pass, scope, when, own);
  const bySubject = own === undefined ? askings : define("by_subject", sql`arraySort(${pass.elementsOf(when)})`);
  const sorted = (values: Name): Name => define("gathered", sql`arraySort((v, e) -> e, ${values}, ${unsorted})`);
  const byEvent = (values: Name, ordered: Name): Sql =>
    sql`arraySort((v, a) -> ${eventOf(sql`a`)}, ${values}, ${ordered})`;
  return {
    when,
    askings,
    bySubject,
    byValues: (values) => {
      if (JSON.stringify(values) === JSON.stringify(own)) return askings;
      return define("by_values", sql`arraySort(${elementsByValues(pass, scope, when, values)})`);
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
    gather: (value) => sorted(pass.valuesOf(when, value)),
    ofSubjects: () => (own === undefined ? askings : sorted(pass.elementsOf(when))),
    pairUp: pass.pairUp,
    seal: () => {
      pass.put(times, sql`arrayMap(a -> ${timeOf(sql`a`)}, ${askings})`);
      pass.put(askings, sql`arraySort(${unsorted})`);
      if (fields.size > 0) {
        const values = [...fields.values()].map((field) => field.value);
        pass.aggregate(rows, gathered([pass.element, ...values], when), when);
      }
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

/** The events of a term in the threads of their subjects and of the values of a hash, in no order. */
export const elementsByValues = (pass: Pass, scope: string, term: Term, values: Sql): Name =>
  pass.define(scope)(
    "valued",
    sql`arrayMap((x, h) -> ${inThreadOf(sql`h`, sql`x`)}, ${pass.elementsOf(term)}, ${pass.valuesOf(term, values)})`,
  );

/** Reads properties of the asking event from its tuple. */
export const ofAsked =
  (asked: Asked, row: Sql): Resolve =>
  (_of, property, type) =>
    asked.field(ofRow("event", property, type))(row);
