import type { Bound, MeasurePromise, PerOccasion } from "../language/experience.ts";
import { join, type Name, type Sql, sql } from "../sql/sql.ts";
import { openAskings } from "./asked.ts";
import { firstOf, mapOver, repeated } from "./branches.ts";
import { answerOf, isCutOff, isExcused, startChase, withEvents } from "./chase.ts";
import { NO_MOMENT, timeOf } from "./element.ts";
import { compileExpression, namesIn } from "./expression.ts";
import type { Hunt } from "./hunt.ts";
import { EMPTY, type Judgement, NO, word, YES } from "./judgement.ts";
import { boundOnAxis, isWithin, perOccasion } from "./limit.ts";
import { ofRow } from "./pass.ts";
import type { Setting } from "./setting.ts";
import { type FoundEvents, surroundings } from "./surroundings.ts";

/** "This amount is as agreed." */
export function compileMeasure(promise: MeasurePromise, setting: Setting): Judgement {
  return promise.then.length === 0 ? measureAtAsking(promise, setting) : measureAtAnswer(promise, setting);
}

function measureAtAsking(promise: MeasurePromise, setting: Setting): Judgement {
  const { pass, scope } = setting;
  const define = pass.define(scope);
  const asked = openAskings(pass, scope, promise.when);
  const hunt: Hunt = { define, asked };
  const measured = measure(promise, setting, hunt, withEvents(setting, hunt, promise.with));
  asked.seal();
  const verdict = define("verdict", mapOver({ m: measured }, holds(promise, setting)));
  return {
    askings: sql`${asked.askings}`,
    verdict: sql`${verdict}`,
    due: sql`${asked.times}`,
    answer: repeated("no element", asked.askings),
    ...compared(promise, setting, measured, verdict),
  };
}

/** The verdict on a number `m`. */
const holds = ({ expected }: MeasurePromise, { occasions }: Setting): Sql =>
  firstOf(
    [
      [sql`isNaN(m)`, word("unmeasured")],
      [perOccasion(occasions, expected, (bound) => isWithin(sql`m`, bound)), word("kept")],
    ],
    word("missed"),
  );

function measureAtAnswer(promise: MeasurePromise, setting: Setting): Judgement {
  const chase = startChase(promise, setting, true);
  const { hunt, answer, before, unless, ended } = chase;
  const measured = measure(promise, setting, hunt, chase.found);
  hunt.asked.seal();
  const cutOff = isCutOff(chase);
  const verdict = hunt.define(
    "verdict",
    mapOver(
      { n: answer, b: before, u: unless, e: ended, m: measured },
      firstOf(
        [
          unless && [isExcused(chase, undefined), word("excused")],
          cutOff && [cutOff, word("missed")],
          [sql`n = 0`, ended ? sql`if(e != 0, ${word("unmeasured")}, ${word("open")})` : word("open")],
        ],
        holds(promise, setting),
      ),
    ),
  );
  const counted = hunt.define("answer", answerOf(chase, verdict));
  const delivered = hunt.define("delivered", mapOver({ m: measured, n: counted }, sql`if(n = 0, nan, m)`));
  return {
    askings: sql`${hunt.asked.askings}`,
    verdict: sql`${verdict}`,
    due: mapOver({ n: counted }, sql`if(n = 0, toInt64(${NO_MOMENT}), ${timeOf(sql`n`)})`),
    answer: sql`${counted}`,
    ...compared(promise, setting, delivered, verdict),
  };
}

/** The number for each asking: Array(Float64), NaN where it cannot be computed. */
function measure(
  { measure }: MeasurePromise,
  { pass, scope }: Setting,
  hunt: Hunt,
  found: readonly FoundEvents[],
): Name {
  const number = (value: ReturnType<typeof compileExpression>) => sql`ifNull(toFloat64(${value}), nan)`;
  if ([...namesIn(measure)].every((of) => of === "asked"))
    return hunt.asked.beside(number(compileExpression(measure, ofRow)));
  const { arrays, items, resolve } = surroundings(pass, scope, hunt, found)(measure);
  return hunt.define(
    "measured",
    sql`arrayMap((${join(items, sql`, `)}) -> ${number(compileExpression(measure, resolve))}, ${join(arrays, sql`, `)})`,
  );
}

/** The three numbers on the axis, and whether the target is met. */
function compared({ expected, target }: MeasurePromise, { occasions }: Setting, measured: Name, verdict: Name) {
  const bound = (bounds: PerOccasion<Bound>): Sql =>
    mapOver({ v: verdict }, perOccasion(occasions, bounds, boundOnAxis));
  const met =
    target &&
    firstOf(
      [
        [sql`v not in (${word("kept")}, ${word("missed")})`, EMPTY],
        [sql`isNaN(m)`, NO],
        [perOccasion(occasions, target, (one) => isWithin(sql`m`, one)), YES],
      ],
      NO,
    );
  return {
    onTarget: met ? mapOver({ v: verdict, m: measured }, met) : repeated("empty", verdict),
    axis: {
      kind: "number",
      delivered: sql`${measured}`,
      expected: bound(expected),
      target: target ? bound(target) : repeated("nan", verdict),
    },
  } as const;
}
