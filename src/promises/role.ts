import type { Term } from "../language/experience.ts";
import { propertiesIn } from "../language/parts.ts";
import { commas, digits, join, type Name, name, type Sql, sql, text } from "../sql/sql.ts";
import { type Asked, elementsByValues, ofAsked } from "./asked.ts";
import { hasThread } from "./element.ts";
import { compileCondition, conjuncts, type Resolve } from "./expression.ts";
import { gathered, isOfTerm, ofRow, type Pass } from "./pass.ts";
import { isJoint, threadOf } from "./thread.ts";

/**
 * The events that can play a part for an asking: answer it, excuse it, undo its answer. How they are held depends on
 * what their conditions say of the asking event.
 */
export type Role =
  /** Nothing of it: shared elements by their bits. */
  | {
      readonly kind: "plain";
      readonly term: Term;
      readonly isWhen: boolean;
      readonly elements: Name;
    }
  /** Equal values only: elements in the threads of these, and the askings in the same. */
  | {
      readonly kind: "keyed";
      readonly term: Term;
      readonly isWhen: boolean;
      readonly elements: Name;
      readonly askings: Name;
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
  const thread = threadOf(when, term);
  switch (thread.kind) {
    case "subject":
      return { kind: "plain", term, isWhen: sameRows(when, term), elements: pass.elementsOf(term) };
    case "values": {
      const valued = elementsByValues(pass, scope, term, thread.event);
      return {
        kind: "keyed",
        term,
        isWhen: sameRows(when, term) && JSON.stringify(thread.asked) === JSON.stringify(thread.event),
        // Those without a value stand in thread 0: nothing equals it.
        elements: pass.define(scope)("valued", sql`arrayFilter(c -> ${hasThread(sql`c`)}, ${valued})`),
        askings: asked.byValues(thread.asked),
      };
    }
    case "pairs":
      return castPaired(pass, scope, asked, term);
  }
}

/** Whether what is of one term is of the other, too, as far as the events themselves tell. */
export const sameRows = (one: Term, other: Term): boolean =>
  JSON.stringify(isOfTerm(one)) === JSON.stringify(isOfTerm(other));

function castPaired(pass: Pass, scope: string, asked: Asked, term: Term): Role {
  const fields: Sql[] = [
    pass.element,
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
