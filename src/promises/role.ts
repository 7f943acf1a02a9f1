import type { Expression, Term } from "../language/experience.ts";
import { commas, digits, join, type Name, name, type Sql, sql, text } from "../sql/sql.ts";
import { type Asked, gatherBeside, ofAsked } from "./asked.ts";
import { keyedBy, ROW_ELEMENT, valueOf } from "./element.ts";
import { compileCondition, compileExpression, conjuncts, propertiesIn, type Resolve } from "./expression.ts";
import { gathered, isOfTerm, ofAskedAlone, ofEventAlone, ofRow, type Pass } from "./pass.ts";

/**
 * The events that can play a part for an asking: answer it, excuse it, undo its answer. How they are held depends on
 * what their conditions say of the asking event.
 */
export type Role =
  /** Nothing of it: shared elements by their bits. */
  | {
      readonly kind: "plain";
      readonly term: Term;
      readonly bits: bigint;
      readonly isWhen: boolean;
      readonly elements: Name;
    }
  /** Equal values only: keyed elements of the candidates and of the askings. An asking that is of the term has its own value. */
  | {
      readonly kind: "keyed";
      readonly term: Term;
      readonly elements: Name;
      readonly askings: Name;
      readonly same: Name | undefined;
    }
  /** Anything else: every candidate has to be held against every asking. */
  | {
      readonly kind: "paired";
      readonly term: Term;
      /** Array of tuples; the first field is the element. */
      readonly rows: Name;
      readonly matches: (candidate: Sql, asking: Sql) => Sql;
    };

export function castRole(pass: Pass, scope: string, asked: Asked, term: Term): Role {
  const { when } = asked;
  const joint = term.flatMap(({ if: condition }) =>
    condition === undefined ? [] : conjuncts(condition).filter(isJoint),
  );
  if (joint.length === 0) {
    const bits = pass.bitsOf(term);
    return { kind: "plain", term, bits, isWhen: bits === pass.bitsOf(when), elements: asked.nearby(term).elements };
  }
  const equalities = term.map(({ if: condition }) => equalityOf(condition));
  const [first] = equalities;
  const sameSide = JSON.stringify(first?.map((e) => e.asked));
  const known = equalities.map((e) => e ?? []);
  if (
    first !== undefined &&
    equalities.every((e) => JSON.stringify(e?.map((x) => x.asked)) === sameSide) &&
    asksForItself(when, term, known)
  )
    return castKeyed(pass, scope, when, term, known);

  return castPaired(pass, scope, asked, term);
}

const isJoint = (part: Expression): boolean => !ofEventAlone(part);

interface Equality {
  readonly event: Expression;
  readonly asked: Expression;
}

/** `event.x == asked.y` and nothing else that speaks of the asking event, in the order of what is asked. */
function equalityOf(condition: Expression | undefined): readonly Equality[] | undefined {
  const joint = condition === undefined ? [] : conjuncts(condition).filter(isJoint);
  const found: Equality[] = [];
  for (const part of joint) {
    if (part.kind !== "call" || part.op !== "=") return undefined;
    const [a, b] = part.args;
    if (a === undefined || b === undefined) return undefined;
    if (ofEventAlone(a) && ofAskedAlone(b)) found.push({ event: a, asked: b });
    else if (ofEventAlone(b) && ofAskedAlone(a)) found.push({ event: b, asked: a });
    else return undefined;
  }
  return found.length === 0
    ? undefined
    : found.toSorted((a, b) => (JSON.stringify(a.asked) < JSON.stringify(b.asked) ? -1 : 1));
}

function castKeyed(
  pass: Pass,
  scope: string,
  when: Term,
  term: Term,
  equalities: readonly (readonly Equality[])[],
): Role {
  const hashes = term.map((_, i) => valueHash(equalities[i] ?? [], "event"));
  const [hash = sql`toUInt64(0)`] = hashes;
  const same = hashes.every((other) => JSON.stringify(other) === JSON.stringify(hash));
  const each = term.map(({ event }, i) => sql`name = ${text(event)}, ${hashes[i] ?? hash}`);
  const eventValue = same ? hash : sql`multiIf(${commas(each)}, toUInt64(0))`;
  const askedValue = valueHash(equalities[0] ?? [], "asked");
  const gather = (part: string, value: Sql, events: Term): Sql => {
    const { values, elements } = gatherBeside(pass, `${scope}_${part}`, value, events);
    return sql`arraySort(arrayMap((v, e) -> ${keyedBy(sql`v`, sql`e`)}, ${values}, ${elements}))`;
  };
  const define = pass.define(scope);
  const isOneList =
    JSON.stringify(isOfTerm(when)) === JSON.stringify(isOfTerm(term)) &&
    JSON.stringify(askedValue) === JSON.stringify(eventValue);
  // Those without a value stand in front, at value 0: nothing equals it.
  const candidates = define("valued", gather("keyed", eventValue, term));
  return {
    kind: "keyed",
    term,
    elements: define("keyed", sql`arrayFilter(c -> ${valueOf(sql`c`)} != 0, ${candidates})`),
    askings: define("asking", gather("asking", askedValue, when)),
    same: isOneList ? candidates : undefined,
  };
}

/** Whether an asking that is of the term too has the very values that it asks for. */
const asksForItself = (when: Term, term: Term, equalities: readonly (readonly Equality[])[]): boolean =>
  term.every(({ event, if: condition }, i) => {
    const same = equalities[i]?.every(
      (e) => JSON.stringify(e.event).replaceAll('"of":"event"', '"of":"asked"') === JSON.stringify(e.asked),
    );
    return (
      !when.some((w) => w.event === event) ||
      (same === true && equalities[i]?.length === conjuncts(condition as Expression).length)
    );
  });

/** One number for the values that must be equal; 0 where one is absent, for null equals nothing. */
function valueHash(equalities: readonly Equality[], side: "event" | "asked"): Sql {
  const values = equalities.map((equality) => {
    const value = compileExpression(equality[side], ofRow);
    return isNumeric(equality.event) && isNumeric(equality.asked) ? sql`(toFloat64(${value}) + 0)` : value;
  });
  const absent = join(
    values.map((value) => sql`isNull(${value})`),
    sql` or `,
  );
  return sql`if(${absent}, toUInt64(0), bitOr(bitShiftRight(cityHash64(${commas(values.map((value) => sql`assumeNotNull(${value})`))}), 16), 1))`;
}

const isNumeric = (expression: Expression): boolean =>
  expression.kind !== "list" && ["number", "whole", "duration"].includes(expression.type);

function castPaired(pass: Pass, scope: string, asked: Asked, term: Term): Role {
  const fields: Sql[] = [
    ROW_ELEMENT,
    sql`multiIf(${commas(term.map(({ event }, i) => sql`name = ${text(event)}, ${digits(i)}`))}, ${digits(term.length)})`,
  ];
  const ofCandidate =
    (row: Sql): Resolve =>
    (_of, property, type) => {
      const value = ofRow("event", property, type);
      const known = fields.findIndex((field) => JSON.stringify(field) === JSON.stringify(value));
      return sql`tupleElement(${row}, ${digits(known >= 0 ? known + 1 : fields.push(value))})`;
    };
  const joint = term.map(({ if: condition }) => (condition === undefined ? [] : conjuncts(condition).filter(isJoint)));
  // The fields must be known before the rows are gathered.
  for (const part of joint.flat())
    for (const property of propertiesIn(part))
      (property.of === "event" ? ofCandidate(sql`c`) : ofAsked(asked, sql`a`))(
        property.of,
        property.name,
        property.type,
      );
  const rows = name(`${scope}_paired`);
  pass.aggregate(rows, gathered(fields, term), term);
  const matches = (candidate: Sql, asking: Sql): Sql => {
    const resolve: Resolve = (of, property, type) =>
      (of === "event" ? ofCandidate(candidate) : ofAsked(asked, asking))(of, property, type);
    const tests = joint.map((parts, i) => {
      const all = [
        sql`tupleElement(${candidate}, 2) = ${digits(i)}`,
        ...parts.map((part) => compileCondition(part, resolve)),
      ];
      return sql`(${join(all, sql` and `)})`;
    });
    return sql`(${join(tests, sql` or `)})`;
  };
  return { kind: "paired", term, rows, matches };
}

/** Whether one event can be of both terms. */
export const overlap = (one: Term, other: Term): boolean => one.some((a) => other.some((b) => a.event === b.event));
