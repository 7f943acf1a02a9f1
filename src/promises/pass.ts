import type { Expression, PropertyType, Term } from "../language/experience.ts";
import { followsColumn, propertyColumn } from "../ledger/columns.ts";
import { commas, digits, join, type Name, name, type Sql, sql, text, texts } from "../sql/sql.ts";
import { rowElement, threadOfHash } from "./element.ts";
import { compileCondition, conjuncts, namesIn, type Resolve } from "./expression.ts";
import { type Definition, layered } from "./layers.ts";
import type { Define } from "./search.ts";

/**
 * One reading of the events of all customers. The promises put down what they need of each event; the pass becomes one
 * GROUP BY of the customers, above which the promises' arrays are worked out. The ledger is sorted by customer: grouping
 * by subject, too, would cost twice as much. That the events of several subjects lie mixed is what threads are for.
 */
export interface Pass {
  /** The customer's events of a term, whatever its conditions say of other events: elements in the threads of their subjects, in no order. */
  readonly elementsOf: (term: Term) => Name;
  /** Beside them the subjects' keys, UInt64, as in the table `verdicts`. */
  readonly subjectsOf: (term: Term) => Name;
  /** Beside them a value that is never null. */
  readonly valuesOf: (term: Term, value: Sql) => Name;
  /** The thread of the subject. */
  readonly thread: Sql;
  /** The row at hand as an element in the thread of its subject. */
  readonly element: Sql;
  /** Gives an aggregate over the customer's events a name; `events` are those it looks at. */
  readonly aggregate: (as: Name, value: Sql, events: Term) => void;
  /** Gives an expression over what was gathered a name. The order of definitions does not matter. */
  readonly put: (as: Name, value: Sql) => void;
  /** A name that nothing in the pass has yet. */
  readonly fresh: (hint: string) => Name;
  /** As `put`, under a fresh name that begins with `scope`. */
  readonly define: (scope: string) => Define;
  readonly freeBits: () => number;
  /** Says that candidates are held against askings one by one: then each subject must have a row of its own. */
  readonly pairUp: () => void;
  readonly pairsUp: () => boolean;
  /** The customers, one row each, with the names that `wanted` uses. */
  readonly customers: (where: Sql, wanted: readonly Sql[]) => Sql;
}

export const CUSTOMER: Name = name("customer_key");
/** All events of a customer that a term of the pass names, in no order, and beside them which terms and subjects they are of. */
const [ELEMENTS, BITS, SUBJECTS] = [name("elements"), name("element_bits"), name("subjects")];

/** The widest number the engine tests bits of quickly. */
const TERM_BITS = 64;

export function startPass(follows: string | undefined): Pass {
  const subjectKey = follows === undefined ? sql`toUInt64(0)` : sql`${followsColumn(follows)}`;
  const terms = new Map<string, TermBit>();
  const definitions: Definition[] = [];
  const aggregates: Definition[] = [];
  const used = new Set<string>();
  let names = 0;
  let paired = false;
  const fresh = (hint: string): Name => {
    names += 1;
    return name(`${hint}_${names}`);
  };
  const thread = follows === undefined ? sql`toUInt64(1)` : threadOfHash(subjectKey);
  const element = rowElement(thread);
  const bitsOf = (term: Term): bigint =>
    term.reduce((bits, { event, if: condition }) => {
      const compiled = condition === undefined ? undefined : compileCondition(condition, ofRow);
      const key = JSON.stringify([event, condition]);
      const bit = terms.get(key)?.bit ?? 1n << BigInt(terms.size);
      terms.set(key, { bit, event, condition: compiled });
      used.add(event);
      return bits | bit;
    }, 0n);
  const define = (hint: string, value: Sql): Name => {
    const as = fresh(hint);
    definitions.push({ name: as, value });
    return as;
  };
  const having = (hint: string, array: Name, term: Term): Name =>
    define(hint, sql`arrayFilter((x, m) -> bitAnd(m, ${digits(bitsOf(ownTerm(term)))}) != 0, ${array}, ${BITS})`);
  return {
    thread,
    element,
    elementsOf: (term) => having("of", ELEMENTS, term),
    subjectsOf: (term) => having("subject_of", SUBJECTS, term),
    valuesOf: (term, value) => {
      const values = fresh("values");
      aggregates.push({ name: values, value: sql`groupArrayIf(${value}, ${isOfTerm(term)})` });
      for (const { event } of term) used.add(event);
      return values;
    },
    aggregate: (as, value, events) => {
      for (const { event } of events) used.add(event);
      aggregates.push({ name: as, value });
    },
    put: (as, value) => {
      definitions.push({ name: as, value });
    },
    define: (scope) => (hint, value) => define(`${scope}_${hint}`, value),
    fresh,
    freeBits: () => TERM_BITS - terms.size,
    pairUp: () => {
      paired = true;
    },
    pairsUp: () => paired,
    customers: (where, wanted) => {
      const gathered = [
        { name: ELEMENTS, value: sql`groupArray(${element})` },
        { name: BITS, value: sql`groupArray(${rowBits([...terms.values()])})` },
        { name: SUBJECTS, value: sql`groupArray(${subjectKey})` },
        ...aggregates,
      ];
      const member = follows === undefined ? sql`` : sql` and ${subjectKey} != 0`;
      const events = commas([...used].sort().map((event) => text(event)));
      const base = (columns: readonly Definition[]): Sql => sql`select ${CUSTOMER}${join(
        columns.map((column) => sql`,\n  ${column.value} as ${column.name}`),
        sql``,
      )}
from events
where name in (${events})${member} and ${where}
group by ${CUSTOMER}${paired ? sql`, ${subjectKey}` : sql``}`;
      return layered(definitions, gathered, base, [CUSTOMER], wanted);
    },
  };
}

interface TermBit {
  readonly bit: bigint;
  readonly event: string;
  readonly condition: Sql | undefined;
}

/** Which terms an event matches: by its name alone where there is no condition, looked up at once. */
function rowBits(terms: readonly TermBit[]): Sql {
  const type = [8, 16, 32].find((bits) => terms.length <= bits) ?? TERM_BITS;
  const narrow = (bits: Sql): Sql => sql`toUInt${digits(type)}(${bits})`;
  const byName = new Map<string, bigint>();
  for (const { event, condition, bit } of terms)
    if (condition === undefined) byName.set(event, (byName.get(event) ?? 0n) | bit);
  const looked =
    byName.size === 0
      ? narrow(digits(0))
      : narrow(
          sql`cast(transform(name, ${texts([...byName.keys()])}, [${commas([...byName.values()].map((bit) => sql`toUInt64(${digits(bit)})`))}], toUInt64(0)), 'UInt64')`,
        );
  return terms.reduce(
    (bits, { event, condition, bit }) =>
      condition === undefined
        ? bits
        : sql`bitOr(${bits}, if(name = ${text(event)} and ${condition}, ${narrow(digits(bit))}, ${narrow(digits(0))}))`,
    looked,
  );
}

/** A property of the event at hand, as a column of `events`. */
export const ofRow: Resolve = (_of, property, type) => readable(propertyColumn(property), type);

const readable = (column: Name, type: PropertyType): Sql =>
  type === "moment" ? sql`toUnixTimestamp64Milli(${column})` : sql`${column}`;

/** The terms without what their conditions say of another event. */
export const ownTerm = (term: Term): Term =>
  term.map(({ event, if: condition }) => {
    const parts = condition === undefined ? [] : conjuncts(condition);
    const own = parts.filter(ofEventAlone);
    if (own.length === parts.length) return { event, if: condition };
    return { event, if: own.length === 0 ? undefined : own.reduce(bothHold) };
  });

const bothHold = (one: Expression, other: Expression): Expression => ({
  kind: "call",
  op: "and",
  args: [one, other],
  type: "yes-no",
});

/** Whether a row is an event of the term, by its name and the parts of the condition that speak of nothing else. */
export function isOfTerm(term: Term): Sql {
  const tests = ownTerm(term).map(({ event, if: condition }) =>
    condition === undefined
      ? sql`name = ${text(event)}`
      : sql`(name = ${text(event)} and ${compileCondition(condition, ofRow)})`,
  );
  return tests.length === 0 ? sql`false` : sql`(${join(tests, sql` or `)})`;
}

export const ofEventAlone = (expression: Expression): boolean => [...namesIn(expression)].every((of) => of === "event");
export const ofAskedAlone = (expression: Expression): boolean => [...namesIn(expression)].every((of) => of === "asked");

/** Array of tuples, one for each event of the term, in the order of the first field. */
export const gathered = (fields: readonly Sql[], term: Term): Sql =>
  sql`arraySort(groupArrayIf((${commas(fields)}), ${isOfTerm(term)}))`;
