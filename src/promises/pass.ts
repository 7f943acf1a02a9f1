import type { Expression, PropertyType, Term } from "../language/experience.ts";
import { followsColumn, propertyColumn } from "../ledger/columns.ts";
import { commas, digits, join, type Name, name, type Sql, sql, text, texts } from "../sql/sql.ts";
import { bitsOf, packRow, TERM_BITS } from "./element.ts";
import { compileCondition, conjuncts, namesIn, type Resolve } from "./expression.ts";
import { type Definition, layered } from "./layers.ts";
import type { Define } from "./search.ts";

/**
 * One reading of the events of all subjects of a journey. The promises put down what they need of each event; the
 * pass becomes one GROUP BY of the subjects, above which the promises' arrays are worked out.
 */
export interface Pass {
  readonly follows: string | undefined;
  /** The bits that an event of this term carries in `elements`. */
  readonly bitsOf: (term: Term) => bigint;
  /** Gives an aggregate over the subject's events a name; `events` are those it looks at. */
  readonly aggregate: (as: Name, value: Sql, events: Term) => void;
  /** Gives an expression over what was gathered a name. The order of definitions does not matter. */
  readonly put: (as: Name, value: Sql) => void;
  /** A name that nothing in the pass has yet. */
  readonly fresh: (hint: string) => Name;
  /** As `put`, under a fresh name that begins with `scope`. */
  readonly define: (scope: string) => Define;
  readonly freeBits: () => number;
  /** The subjects, one row each, with the names that `wanted` uses. */
  readonly subjects: (where: Sql, wanted: readonly Sql[]) => Sql;
}

/** Columns that identify a subject. */
export const SUBJECT = { customer: name("customer_key"), subject: name("subject_key") } as const;
export const elements = name("elements");
export const elementBits = name("element_bits");

export function startPass(follows: string | undefined): Pass {
  const terms = new Map<
    string,
    { readonly bit: bigint; readonly event: string; readonly condition: Sql | undefined }
  >();
  const aggregates: Definition[] = [];
  const definitions: Definition[] = [
    {
      name: elementBits,
      value: sql`arrayMap(x -> ${bitsOf(sql`x`)}, ${elements})`,
    },
  ];
  const used = new Set<string>();
  let names = 0;
  const fresh = (hint: string): Name => {
    names += 1;
    return name(`${hint}_${names}`);
  };
  return {
    follows,
    bitsOf: (term) =>
      term.reduce((bits, { event, if: condition }) => {
        const compiled = condition === undefined ? undefined : compileCondition(condition, ofRow);
        const key = JSON.stringify([event, condition]);
        const bit = terms.get(key)?.bit ?? 1n << BigInt(terms.size);
        terms.set(key, { bit, event, condition: compiled });
        used.add(event);
        return bits | bit;
      }, 0n),
    aggregate: (as, value, events) => {
      for (const { event } of events) used.add(event);
      aggregates.push({ name: as, value });
    },
    put: (as, value) => {
      definitions.push({ name: as, value });
    },
    define: (scope) => (hint, value) => {
      const as = fresh(`${scope}_${hint}`);
      definitions.push({ name: as, value });
      return as;
    },
    fresh,
    freeBits: () => TERM_BITS - terms.size,
    subjects: (where, wanted) => {
      const subject = follows === undefined ? sql`toUInt64(0)` : sql`${followsColumn(follows)}`;
      const member = follows === undefined ? sql`` : sql` and ${followsColumn(follows)} != 0`;
      const packed = packRow(rowBits([...terms.values()]));
      const [own, repeats] = uniqueAggregates(aggregates);
      const gathered = own.map((a) => sql`,\n    ${a.value} as ${a.name}`);
      const names = commas([...used].sort().map((event) => text(event)));
      const base = sql`select ${SUBJECT.customer}, ${subject} as ${SUBJECT.subject},
    arraySort(groupArray(${packed})) as ${elements}${join(gathered, sql``)}
  from events
  where name in (${names})${member} and ${where}
  group by ${SUBJECT.customer}, ${SUBJECT.subject}`;
      const columns = [SUBJECT.customer, SUBJECT.subject, elements, ...own.map((a) => a.name)];
      return layered([...definitions, ...repeats], base, columns, wanted);
    },
  };
}

/** Aggregates each once, and the other names of those that were asked for again. */
function uniqueAggregates(aggregates: readonly Definition[]): readonly [readonly Definition[], readonly Definition[]] {
  const byText = new Map<string, Definition>();
  const repeats: Definition[] = [];
  for (const aggregate of aggregates) {
    const key = JSON.stringify(aggregate.value);
    const known = byText.get(key);
    if (known === undefined) byText.set(key, aggregate);
    else repeats.push({ name: aggregate.name, value: sql`${known.name}` });
  }
  return [[...byText.values()], repeats];
}

/** Which terms an event matches: by its name alone where there is no condition, looked up at once. */
function rowBits(terms: readonly { bit: bigint; event: string; condition: Sql | undefined }[]): Sql {
  const byName = new Map<string, bigint>();
  for (const { event, condition, bit } of terms)
    if (condition === undefined) byName.set(event, (byName.get(event) ?? 0n) | bit);
  const looked =
    byName.size === 0
      ? sql`toUInt64(0)`
      : sql`cast(transform(name, ${texts([...byName.keys()])}, [${commas([...byName.values()].map((bit) => sql`toUInt64(${digits(bit)})`))}], toUInt64(0)), 'UInt64')`;
  return terms.reduce(
    (bits, { event, condition, bit }) =>
      condition === undefined
        ? bits
        : sql`bitOr(${bits}, if(name = ${text(event)} and ${condition}, toUInt64(${digits(bit)}), toUInt64(0)))`,
    looked,
  );
}

/** A property of the event at hand, as a column of `events`. */
export const ofRow: Resolve = (_of, property, type) => readable(propertyColumn(property), type);

const readable = (column: Name, type: PropertyType): Sql =>
  type === "moment" ? sql`toUnixTimestamp64Milli(${column})` : sql`${column}`;

/** Whether a row is an event of the term, by its name and the parts of the condition that speak of nothing else. */
export function isOfTerm(term: Term): Sql {
  const tests = term.map(({ event, if: condition }) => {
    const own = condition === undefined ? [] : conjuncts(condition).filter(ofEventAlone);
    const parts = [sql`name = ${text(event)}`, ...own.map((part) => compileCondition(part, ofRow))];
    return sql`(${join(parts, sql` and `)})`;
  });
  return tests.length === 0 ? sql`false` : sql`(${join(tests, sql` or `)})`;
}

export const ofEventAlone = (expression: Expression): boolean => [...namesIn(expression)].every((of) => of === "event");
export const ofAskedAlone = (expression: Expression): boolean => [...namesIn(expression)].every((of) => of === "asked");

/** Array of tuples, one for each event of the term, in the order of the first field. */
export const gathered = (fields: readonly Sql[], term: Term): Sql =>
  sql`arraySort(groupArrayIf((${commas(fields)}), ${isOfTerm(term)}))`;
