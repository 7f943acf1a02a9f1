import type { Expression, PropertyType, Term } from "../language/experience.ts";
import { propertiesIn } from "../language/parts.ts";
import { followsColumn, propertyColumn } from "../ledger/columns.ts";
import { commas, digits, join, type Name, name, type Sql, sql, text, texts } from "../sql/sql.ts";
import { rowElement } from "./element.ts";
import { compileCondition, conjuncts, type Resolve } from "./expression.ts";
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
  /** Whether it is not too much for one reading. */
  readonly fits: () => boolean;
  /** Says that candidates are held against askings one by one: then each subject must have a row of its own. */
  readonly pairUp: () => void;
  readonly pairsUp: () => boolean;
  /** The customers, one row each, with the names that `wanted` uses. */
  readonly customers: (where: Sql, wanted: readonly Sql[]) => Sql;
}

export const CUSTOMER: Name = name("customer_key");

/** So many kinds of events are gathered in one reading; more make another one: each is a bit of a number. */
const MOST_TERMS = 64;

/**
 * All events of a customer, and beside each a number whose bits say of which terms it is. Each term's are then taken out of
 * these: an aggregate for each term would look at every row anew, and cost twice as much.
 */
const ALL = { elements: name("elements"), marks: name("marks") } as const;

export function startPass(follows: string | undefined): Pass {
  const subjectKey = follows === undefined ? sql`toUInt64(0)` : sql`${followsColumn(follows)}`;
  const terms = new Map<string, Term>();
  const definitions: Definition[] = [];
  const aggregates: Definition[] = [];
  const used = new Set<string>();
  let names = 0;
  let paired = false;
  const fresh = (hint: string): Name => {
    names += 1;
    return name(`${hint}_${names}`);
  };
  const thread = follows === undefined ? sql`toUInt64(1)` : subjectKey;
  const element = rowElement(thread);
  /** The number of the term, from 0. */
  const termOf = (term: Term): number => {
    for (const { event } of term) used.add(event);
    const own = ownTerm(term);
    const key = JSON.stringify(own);
    if (!terms.has(key)) terms.set(key, own);
    return [...terms.keys()].indexOf(key);
  };
  const gather = (hint: string, value: Sql, term: Term): Name => {
    termOf(term);
    const values = fresh(hint);
    aggregates.push({ name: values, value: sql`groupArrayIf(${value}, ${isOfTerm(term)})` });
    return values;
  };
  const define = (hint: string, value: Sql): Name => {
    const as = fresh(hint);
    definitions.push({ name: as, value });
    return as;
  };
  return {
    thread,
    element,
    elementsOf: (term) => {
      const number = termOf(term);
      // One promise alone may have more terms than there are bits.
      if (number >= MOST_TERMS) return gather("of", element, term);
      const isOne = sql`bitAnd(m, ${digits(1n << BigInt(number))}) != 0`;
      return define("of", sql`arrayFilter((e, m) -> ${isOne}, ${ALL.elements}, ${ALL.marks})`);
    },
    valuesOf: (term, value) => gather("values", value, term),
    aggregate: (as, value, events) => {
      for (const { event } of events) used.add(event);
      aggregates.push({ name: as, value });
    },
    put: (as, value) => {
      definitions.push({ name: as, value });
    },
    define: (scope) => (hint, value) => define(`${scope}_${hint}`, value),
    fresh,
    fits: () => terms.size <= MOST_TERMS,
    pairUp: () => {
      paired = true;
    },
    pairsUp: () => paired,
    customers: (where, wanted) => {
      const member = follows === undefined ? sql`` : sql` and ${subjectKey} != 0`;
      const events = commas([...used].sort().map((event) => text(event)));
      const base = (columns: readonly Definition[]): Sql => sql`select ${CUSTOMER}${join(
        columns.map((column) => sql`,\n  ${column.value} as ${column.name}`),
        sql``,
      )}
from events
where name in (${events})${member} and ${where}
group by ${CUSTOMER}${paired ? sql`, ${subjectKey}` : sql``}`;
      const all = [
        { name: ALL.elements, value: sql`groupArray(${element})` },
        { name: ALL.marks, value: sql`groupArray(${marksOf([...terms.values()].slice(0, MOST_TERMS))})` },
      ];
      return layered(definitions, [...all, ...aggregates], base, [CUSTOMER], wanted);
    },
  };
}

/** A property of the event at hand, as a column of `events`. */
export const ofRow: Resolve = (_of, property, type) => readable(propertyColumn(property), type);

const readable = (column: Name, type: PropertyType): Sql =>
  type === "moment" ? sql`toUnixTimestamp64Milli(${column})` : sql`${column}`;

/** The terms without what their conditions say of another event. */
const ownTerm = (term: Term): Term =>
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

/** Of a row: bit by bit, whether it is of the terms. */
function marksOf(terms: readonly Term[]): Sql {
  const parts = terms.flatMap((term, i) => term.map((part) => ({ ...part, bit: 1n << BigInt(i) })));
  const plain = new Map<string, bigint>();
  for (const { event, if: condition, bit } of parts)
    if (condition === undefined) plain.set(event, (plain.get(event) ?? 0n) | bit);
  const bits = [8, 16, 32, 64].find((width) => terms.length <= width) ?? MOST_TERMS;
  const type: Sql = { piece: "sql", pieces: [`UInt${bits}`] };
  const byName = sql`transform(name, ${texts([...plain.keys()])}, [${commas([...plain.values()].map(digits))}]::Array(${type}), 0::${type})`;
  const conditional = parts.flatMap(({ event, if: condition, bit }) =>
    condition === undefined ? [] : [sql`if(${isOfTerm([{ event, if: condition }])}, ${digits(bit)}, 0)`],
  );
  const [first = sql`toUInt8(0)`, ...others] = [...(plain.size === 0 ? [] : [byName]), ...conditional];
  return others.reduce((one, other) => sql`bitOr(${one}, ${other})`, first);
}

/** Whether a row is an event of the term, by its name and the parts of the condition that speak of nothing else. */
export function isOfTerm(term: Term): Sql {
  const tests = ownTerm(term).map(({ event, if: condition }) =>
    condition === undefined
      ? sql`name = ${text(event)}`
      : sql`(name = ${text(event)} and ${compileCondition(condition, ofRow)})`,
  );
  return tests.length === 0 ? sql`false` : sql`(${join(tests, sql` or `)})`;
}

const ofAlone =
  (side: "event" | "asked") =>
  (expression: Expression): boolean =>
    propertiesIn(expression).every(({ of }) => of === side);
export const ofEventAlone = ofAlone("event");
export const ofAskedAlone = ofAlone("asked");

/** Array of tuples, one for each event of the term, in the order of the first field. */
export const gathered = (fields: readonly Sql[], term: Term): Sql =>
  sql`arraySort(groupArrayIf((${commas(fields)}), ${isOfTerm(term)}))`;
