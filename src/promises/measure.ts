import type { MeasurePromise } from "../language/experience.ts";
import { commas, type Name, type Sql, sql } from "../sql/sql.ts";
import { openAskings } from "./asked.ts";
import { firstOf, mapOver } from "./branches.ts";
import { answerOf, isCutOff, isExcused, startChase, withEvents } from "./chase.ts";
import { NO_MOMENT, timeOf } from "./element.ts";
import { compileExpression } from "./expression.ts";
import type { Hunt } from "./hunt.ts";
import { EMPTY, type Judgement, NO, word, YES } from "./judgement.ts";
import { isWithin, occasionsIf, onAxis, perOccasion } from "./limit.ts";
import { ofAskedAlone, ofRow } from "./pass.ts";
import type { Setting } from "./setting.ts";
import { subjectFacts } from "./subject.ts";
import { type FoundEvents, surroundings } from "./surroundings.ts";

/** "This amount is as agreed." */
export function compileMeasure(promise: MeasurePromise, setting: Setting): Judgement {
  return promise.then.length === 0 ? measureAtAsking(promise, setting) : measureAtAnswer(promise, setting);
}

function measureAtAsking(promise: MeasurePromise, setting: Setting): Judgement {
  const { pass, scope } = setting;
  const define = pass.define(scope);
  const asked = openAskings(
    pass,
    scope,
    promise.when,
    promise.with.map(({ event }) => event),
  );
  const hunt: Hunt = { define, asked };
  const measured = measure(promise, setting, hunt, withEvents(setting, hunt, promise.with));
  const occasions = occasionsIf(setting, hunt, promise.expected);
  const verdict = define("verdict", mapOver({ m: measured, o: occasions }, holds(promise, setting)));
  const numbers = compared(promise, setting, hunt, measured, verdict);
  const subject = subjectFacts(setting, hunt);
  asked.seal();
  return {
    askings: sql`${asked.ofSubjects()}`,
    subject,
    verdict: sql`${verdict}`,
    due: sql`${asked.times}`,
    answer: undefined,
    ...numbers,
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
  const cutOff = isCutOff(chase);
  const verdict = hunt.define(
    "verdict",
    mapOver(
      { n: answer, b: before, u: unless, e: ended, m: measured, o: occasionsIf(setting, hunt, promise.expected) },
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
  const counted = hunt.define("answer", answerOf(chase, verdict, false));
  const delivered = hunt.define("delivered", mapOver({ m: measured, n: counted }, sql`if(n = 0, nan, m)`));
  const numbers = compared(promise, setting, hunt, delivered, verdict);
  const subject = subjectFacts(setting, hunt);
  hunt.asked.seal();
  return {
    askings: sql`${hunt.asked.ofSubjects()}`,
    subject,
    verdict: sql`${verdict}`,
    due: mapOver({ n: counted }, sql`if(n = 0, toInt64(${NO_MOMENT}), ${timeOf(sql`n`)})`),
    answer: sql`${counted}`,
    ...numbers,
  };
}

/** The number for each asking: Array(Float64), NaN where it cannot be computed. */
function measure({ measure }: MeasurePromise, { pass }: Setting, hunt: Hunt, found: readonly FoundEvents[]): Name {
  const number = (value: ReturnType<typeof compileExpression>) => sql`ifNull(toFloat64(${value}), nan)`;
  if (ofAskedAlone(measure)) return hunt.asked.gather(number(compileExpression(measure, ofRow)));
  const { arrays, items, resolve } = surroundings(pass, hunt, found)(measure);
  return hunt.define(
    "measured",
    sql`arrayMap((${commas(items)}) -> ${number(compileExpression(measure, resolve))}, ${commas(arrays)})`,
  );
}

/** The three numbers on the axis, and whether the target is met. */
function compared(
  { expected, target }: MeasurePromise,
  setting: Setting,
  hunt: Hunt,
  measured: Name,
  verdict: Name,
): Pick<Judgement, "onTarget" | "axis"> {
  const met =
    target &&
    firstOf(
      [
        [sql`v not in (${word("kept")}, ${word("missed")})`, EMPTY],
        [sql`isNaN(m)`, NO],
        [perOccasion(setting.occasions, target, (one) => isWithin(sql`m`, one)), YES],
      ],
      NO,
    );
  return {
    onTarget: met && mapOver({ v: verdict, m: measured, o: occasionsIf(setting, hunt, target) }, met),
    axis: {
      kind: "number",
      delivered: sql`${measured}`,
      expected: onAxis(setting, hunt, expected),
      target: target && onAxis(setting, hunt, target),
    },
  };
}
