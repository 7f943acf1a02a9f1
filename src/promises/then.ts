import type { PerOccasion, ThenPromise, TimeLimit } from "../language/experience.ts";
import { everyValue, namesAnswer } from "../language/parts.ts";
import { digits, type Name, type Sql, sql } from "../sql/sql.ts";
import { firstOf, mapOver } from "./branches.ts";
import { answerOf, type Chase, isCutOff, isExcused, startChase } from "./chase.ts";
import { NO_MOMENT, timeOf, UNPROMISED_MOMENT } from "./element.ts";
import { EMPTY, type Judgement, NO, word, YES } from "./judgement.ts";
import { type Due, dueOf } from "./limit.ts";
import type { Setting } from "./setting.ts";
import { subjectFacts } from "./subject.ts";
import { surroundings } from "./surroundings.ts";

/** "After that, this comes in time." */
export function compileThen(promise: ThenPromise, setting: Setting): Judgement {
  const { pass } = setting;
  const chase = startChase(promise, setting, mayHaveNoMoment(promise.expected));
  const { hunt } = chase;
  const { define } = hunt;
  const around = surroundings(pass, hunt, chase.found);
  const due = dueOf(setting, hunt, promise.expected, around);
  const targetDue = promise.target && dueOf(setting, hunt, promise.target, around);
  const subject = subjectFacts(setting, hunt);
  hunt.asked.seal();
  const verdict = define("verdict", judged(chase, due, digits(setting.asOf)));
  const answer = define("answer", answerOf(chase, verdict, !due.certain));
  const target = targetDue && define("target", known(targetDue, answer));
  return {
    askings: sql`${hunt.asked.ofSubjects()}`,
    subject,
    verdict: sql`${verdict}`,
    answer: sql`${answer}`,
    due: due.certain ? sql`${due.early}` : blank(define("due", known(due, answer)), verdict),
    onTarget: target && onTarget(chase, verdict, answer, target, digits(setting.asOf)),
    axis: { kind: "time", target: target && sql`${target}` },
  };
}

const mayHaveNoMoment = (limits: PerOccasion<TimeLimit>): boolean =>
  everyValue(limits).some((limit) => limit.kind === "eventually" || namesAnswer(limit));

/** `h` is when it is due as far as is known without an answer, `d` with it. */
function judged(chase: Chase, due: Due, asOf: Sql): Sql {
  const { answer, before, unless, ended } = chase;
  const kept = sql`${timeOf(sql`n`)} <= d`;
  const answered = firstOf(
    [
      [sql`d = ${UNPROMISED_MOMENT}`, word("unpromised")],
      [sql`d = ${NO_MOMENT} or ${kept}`, word("kept")],
    ],
    word("late"),
  );
  const inTime = sql`if(${kept}, ${word("kept")}, ${word("late")})`;
  return mapOver(
    { n: answer, b: before, u: unless, e: ended, h: due.early, d: due.late },
    firstOf(
      [
        due.certain ? undefined : [sql`h = ${UNPROMISED_MOMENT}`, word("unpromised")],
        unless && [isExcused(chase, sql`h`), word("excused")],
        before && [isCutOff(chase) ?? sql`false`, word("missed")],
        [sql`n != 0`, due.certain ? inTime : answered],
        due.certain
          ? undefined
          : [sql`h = ${NO_MOMENT}`, ended ? sql`if(e != 0, ${word("missed")}, ${word("open")})` : word("open")],
        [sql`${asOf} > h`, word("missed")],
      ],
      word("open"),
    ),
  );
}

/** What is known of a moment, given whether there is an answer. */
const known = ({ early, late, always }: Due, answer: Name): Sql =>
  always ? sql`${early}` : mapOver({ n: answer, h: early, d: late }, sql`if(n = 0, h, d)`);

/** Without a moment where nothing was promised. */
const blank = (moments: Name, verdict: Name): Sql =>
  mapOver({ d: moments, v: verdict }, sql`if(v = ${word("unpromised")}, toInt64(${NO_MOMENT}), d)`);

function onTarget(chase: Chase, verdict: Name, answer: Name, target: Name, asOf: Sql): Sql {
  const cutOff = isCutOff(chase);
  return mapOver(
    { n: cutOff && chase.answer, b: chase.before, r: answer, v: verdict, g: target },
    firstOf(
      [
        [sql`v in (${word("excused")}, ${word("unpromised")}) or g = ${UNPROMISED_MOMENT}`, EMPTY],
        cutOff && [cutOff, NO],
        [sql`r != 0`, sql`if(g = ${NO_MOMENT} or ${timeOf(sql`r`)} <= g, ${YES}, ${NO})`],
        [sql`g = ${NO_MOMENT}`, sql`if(v = ${word("missed")}, ${NO}, ${EMPTY})`],
        [sql`${asOf} > g`, NO],
      ],
      EMPTY,
    ),
  );
}
