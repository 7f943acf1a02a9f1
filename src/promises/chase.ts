import type { Term, ThenPromise } from "../language/experience.ts";
import { join, type Name, type Sql, sql } from "../sql/sql.ts";
import { openAskings } from "./asked.ts";
import { mapOver } from "./branches.ts";
import { NO_ELEMENT, NO_MOMENT, timeOf } from "./element.ts";
import { firstFollowing, firstNotUndone, type Hunt, latestPreceding } from "./hunt.ts";
import { word } from "./judgement.ts";
import { castRole } from "./role.ts";
import type { Setting } from "./setting.ts";
import type { FoundEvents } from "./surroundings.ts";

/** The hunt for an answer, and for what may come between. Arrays of elements beside the askings. */
export interface Chase {
  readonly hunt: Hunt;
  /** `n` in lambdas. */
  readonly answer: Name;
  /** The first `before` (`b`) and the first `unless` (`u`); undefined where the promise has none. */
  readonly before: Name | undefined;
  readonly unless: Name | undefined;
  /** `e`: not 0 where the journey has ended; undefined where nothing ends it or it does not matter. */
  readonly ended: Name | undefined;
  readonly found: readonly FoundEvents[];
}

type Chased = Pick<ThenPromise, "when" | "then" | "unless" | "before" | "undoneBy" | "with">;

export function startChase(promise: Chased, setting: Setting, endsMatter: boolean): Chase {
  const { pass, scope, ends } = setting;
  const asked = openAskings(pass, scope, promise.when, [
    promise.then,
    promise.undoneBy,
    promise.before,
    promise.unless,
    endsMatter ? ends : [],
    ...promise.with.map(({ event }) => event),
  ]);
  const hunt: Hunt = { define: pass.define(scope), asked };
  const cast = (part: string, term: Term) => castRole(pass, `${scope}_${part}`, asked, term);
  const first = (part: string, term: Term): Name | undefined =>
    term.length === 0 ? undefined : firstFollowing(hunt, cast(part, term));
  const then = cast("then", promise.then);
  const answer =
    promise.undoneBy.length === 0
      ? firstFollowing(hunt, then)
      : firstNotUndone(hunt, then, cast("undone", promise.undoneBy));
  return {
    hunt,
    answer,
    before: first("before", promise.before),
    unless: first("unless", promise.unless),
    ended: endsMatter ? first("ends", ends) : undefined,
    found: [{ of: "answer", term: promise.then, found: answer }, ...withEvents(setting, hunt, promise.with)],
  };
}

/** The events that `with` names, for each asking. */
export const withEvents = ({ pass, scope }: Setting, hunt: Hunt, withs: ThenPromise["with"]): readonly FoundEvents[] =>
  withs.map(({ name, event }, i) => ({
    of: name,
    term: event,
    found: latestPreceding(hunt, castRole(pass, `${scope}_with${i + 1}`, hunt.asked, event)),
  }));

/** Something in `before` came first. */
export const isCutOff = ({ before }: Chase): Sql | undefined =>
  before && sql`(b != 0 and (n = 0 or ${timeOf(sql`b`)} < ${timeOf(sql`n`)}))`;

/** Something in `unless` came first, and before it was due. */
export function isExcused({ before }: Chase, due: Sql | undefined): Sql {
  const notAfterBefore = before ? sql` and (b = 0 or ${timeOf(sql`u`)} <= ${timeOf(sql`b`)})` : sql``;
  const notAfterDue = due ? sql` and (${due} = ${NO_MOMENT} or ${timeOf(sql`u`)} <= ${due})` : sql``;
  return sql`(u != 0 and (n = 0 or ${timeOf(sql`u`)} < ${timeOf(sql`n`)})${notAfterBefore}${notAfterDue})`;
}

/** The answer, where there is one that counts. Where the verdict is open there is none. */
export function answerOf(chase: Chase, verdict: Name, mayBeUnpromised: boolean): Sql {
  const cutOff = isCutOff(chase);
  const uncounted = [
    ...(chase.unless ? [sql`v = ${word("excused")}`] : []),
    ...(mayBeUnpromised ? [sql`v = ${word("unpromised")}`] : []),
    ...(cutOff ? [cutOff] : []),
  ];
  if (uncounted.length === 0) return sql`${chase.answer}`;
  return mapOver(
    { n: chase.answer, b: chase.before, v: verdict },
    sql`if(${join(uncounted, sql` or `)}, ${NO_ELEMENT}, n)`,
  );
}
