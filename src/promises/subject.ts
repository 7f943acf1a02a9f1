import type { Term } from "../language/experience.ts";
import { commas, digits, type Name, number, type Sql, sql, text } from "../sql/sql.ts";
import { foreword, keyOf } from "./element.ts";
import type { Hunt } from "./hunt.ts";
import { isOfTerm, ofRow } from "./pass.ts";
import { lastOfThread, lookUp } from "./search.ts";
import type { Setting } from "./setting.ts";

/** What is known of the subject of each asking, as arrays beside the askings. */
export interface SubjectFacts {
  /** UInt16: the number (from 1) of why the customer bought; 0 for none. Undefined where the file has no occasions. */
  readonly occasion: Name | undefined;
  /** Float64: what the customer said last, or NaN. Undefined where nobody is asked. */
  readonly felt: Name | undefined;
}

export function subjectFacts(setting: Setting, hunt: Hunt): SubjectFacts {
  return {
    occasion: setting.occasions.length === 0 ? undefined : occasionOf(setting, hunt),
    felt: feltOf(setting, hunt),
  };
}

/** The first occasion in the file that any event of the subject matches: put in front of the subject's events, by its number. */
export function occasionOf({ pass, occasions }: Setting, { define, asked }: Hunt): Name {
  const numbered = occasions.map(({ when }, i) => sql`${isOfTerm(when)}, ${digits(i + 1)}`);
  const first = sql`toUInt64(multiIf(${commas(numbered)}, 0))`;
  const terms = occasions.flatMap(({ when }) => when);
  const found = lastOfThread({
    define,
    askings: asked.bySubject,
    candidates: pass.valuesOf(terms, foreword(pass.thread, first)),
  });
  return asked.beside(define("occasion", sql`arrayMap(n -> toUInt16(${keyOf(sql`n`)}), ${found})`), asked.bySubject);
}

/** The scores of all events that ask, on the scale of the first; those that are not known stand aside. */
function feltOf({ pass, scope, events }: Setting, { define, asked }: Hunt): Name | undefined {
  const scored = events.flatMap(({ name, has, felt }) => {
    const type = has.find((property) => property.name === felt?.score)?.type;
    return felt === undefined || type === undefined ? [] : [{ name, felt, type }];
  });
  const scale = scored[0]?.felt;
  if (scale === undefined) return undefined;
  const said = scored.map(({ name, felt, type }) => {
    const score = sql`toFloat64(${ofRow("event", felt.score, type)})`;
    if (felt.from === scale.from && felt.to === scale.to) return sql`name = ${text(name)}, ${score}`;
    const stretch = (scale.to - scale.from) / (felt.to - felt.from);
    return sql`name = ${text(name)}, ${number(scale.from)} + (${score} - ${number(felt.from)}) * ${number(stretch)}`;
  });
  const score = sql`multiIf(${commas(said)}, null)`;
  const asking: Term = scored.map(({ name }) => ({ event: name, if: undefined }));
  const gather = (value: Sql): Name => {
    const values = pass.fresh(`${scope}_felt`);
    pass.aggregate(values, sql`groupArrayIf(${value}, isNotNull(${score}))`, asking);
    return values;
  };
  const elements = gather(pass.element);
  const last = lastOfThread({ define, askings: asked.bySubject, candidates: elements });
  const values = gather(sql`ifNull(${score}, nan)`);
  return asked.beside(lookUp(define, last, elements, values, sql`nan`), asked.bySubject);
}
