import type { Expression, Term } from "../language/experience.ts";
import { commas, join, type Sql, sql, text } from "../sql/sql.ts";
import { compileExpression, conjuncts } from "./expression.ts";
import { ofAskedAlone, ofEventAlone, ofRow } from "./pass.ts";

/** What binds the events of a term to an asking. */
export type Thread =
  /** The subject and nothing else. */
  | { readonly kind: "subject" }
  /** The subject, and equal values: each side's as a hash, UInt64, 0 where one is absent. */
  | { readonly kind: "values"; readonly asked: Sql; readonly event: Sql }
  /** Anything else: every candidate has to be held against every asking. */
  | { readonly kind: "pairs" };

export function threadOf(when: Term, term: Term): Thread {
  const joint = term.flatMap(({ if: condition }) =>
    condition === undefined ? [] : conjuncts(condition).filter(isJoint),
  );
  if (joint.length === 0) return { kind: "subject" };
  const equalities = term.map(({ if: condition }) => equalityOf(condition));
  const [first] = equalities;
  const sameSide = JSON.stringify(first?.map((e) => e.asked));
  const known = equalities.map((e) => e ?? []);
  const fits =
    first !== undefined &&
    equalities.every((e) => JSON.stringify(e?.map((x) => x.asked)) === sameSide) &&
    asksForItself(when, term, known);
  return fits ? { kind: "values", asked: valueHash(first, "asked"), event: eventHash(term, known) } : { kind: "pairs" };
}

/** Whether a part of a condition speaks of more than the event at hand. */
export const isJoint = (part: Expression): boolean => !ofEventAlone(part);

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

function eventHash(term: Term, equalities: readonly (readonly Equality[])[]): Sql {
  const hashes = term.map((_, i) => valueHash(equalities[i] ?? [], "event"));
  const [hash = sql`toUInt64(0)`] = hashes;
  if (hashes.every((other) => JSON.stringify(other) === JSON.stringify(hash))) return hash;
  const each = term.map(({ event }, i) => sql`name = ${text(event)}, ${hashes[i] ?? hash}`);
  return sql`multiIf(${commas(each)}, toUInt64(0))`;
}

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
  return sql`if(${absent}, toUInt64(0), cityHash64(${commas(values.map((value) => sql`assumeNotNull(${value})`))}))`;
}

const isNumeric = (expression: Expression): boolean =>
  expression.kind !== "list" && ["number", "whole", "duration"].includes(expression.type);
