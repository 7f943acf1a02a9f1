import type { FirstPromise } from "../language/experience.ts";
import { sql } from "../sql/sql.ts";
import { openAskings } from "./asked.ts";
import { mapOver } from "./branches.ts";
import { endsOf } from "./due.ts";
import { NO_ELEMENT, timeOf } from "./element.ts";
import { type Hunt, latestPreceding } from "./hunt.ts";
import { type Judgement, word } from "./judgement.ts";
import { castRole } from "./role.ts";
import type { Setting } from "./setting.ts";
import { subjectFacts } from "./subject.ts";

/** "This is done before that." */
export function compileFirst(promise: FirstPromise, setting: Setting): Judgement {
  const { pass, scope, clock } = setting;
  const define = pass.define(scope);
  const asked = openAskings(pass, scope, promise.when, [promise.first]);
  const hunt: Hunt = { define, asked };
  const found = latestPreceding(hunt, castRole(pass, `${scope}_first`, asked, promise.first));
  const lasts =
    promise.within === undefined
      ? asked.times
      : define(
          "lasts",
          endsOf(define, define("done", sql`arrayMap(n -> ${timeOf(sql`n`)}, ${found})`), promise.within, clock),
        );
  const subject = subjectFacts(setting, hunt);
  asked.seal();
  const verdict = define(
    "verdict",
    sql`arrayMap((n, l, t) -> if(n != 0 and l >= t, ${word("kept")}, ${word("missed")}), ${found}, ${lasts}, ${asked.times})`,
  );
  return {
    askings: sql`${asked.ofSubjects()}`,
    subject,
    verdict: sql`${verdict}`,
    onTarget: undefined,
    due: sql`${asked.times}`,
    answer: mapOver({ n: found, v: verdict }, sql`if(v = ${word("kept")}, n, ${NO_ELEMENT})`),
    axis: {
      kind: "number",
      delivered: mapOver({ v: verdict }, sql`if(v = ${word("kept")}, 1., 0.)`),
      expected: 1,
      target: undefined,
    },
  };
}
