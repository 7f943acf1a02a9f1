import type { Bound, CountPromise, PerOccasion } from "../language/experience.ts";
import { everyValue } from "../language/parts.ts";
import { digits, type Name, number, type Sql, sql } from "../sql/sql.ts";
import { openAskings } from "./asked.ts";
import { firstOf, mapOver, repeated } from "./branches.ts";
import { endsOf } from "./due.ts";
import { NO_ELEMENT, sameEvent, timeOf } from "./element.ts";
import { firstFollowing, type Hunt, type Pairs, pairsOf, searchOf } from "./hunt.ts";
import { EMPTY, type Judgement, NO, word, YES } from "./judgement.ts";
import { chosenByOccasion, occasionsIf, onAxis, perOccasion } from "./limit.ts";
import { isOfTerm } from "./pass.ts";
import { castRole, overlap, type Role, sameRows } from "./role.ts";
import { countWithin, nthAfter } from "./search.ts";
import type { Setting } from "./setting.ts";
import { subjectFacts } from "./subject.ts";

/** "This happens at most, or at least, so often"; "this does not happen to me." */
export function compileCount(promise: CountPromise, setting: Setting): Judgement {
  const { pass, scope, occasions, clock } = setting;
  const define = pass.define(scope);
  const asked = openAskings(pass, scope, promise.when, [promise.count, promise.unless]);
  const hunt: Hunt = { define, asked };
  const role = castRole(pass, `${scope}_count`, asked, promise.count);
  const due = define("due", endsOf(define, asked.times, promise.for, clock));
  const counted = countedWithin(promise, hunt, role, due);
  const decided = (bounds: PerOccasion<Bound>): Name =>
    chosenByOccasion(setting, hunt, bounds, (bound) => {
      if (isSure(bound)) return define("deciding", repeated("no element", due));
      const event =
        promise.kind === "never" ? firstFollowing(hunt, role) : nthCounted(hunt, role, decidingPlace(bound));
      return define(
        "deciding",
        sql`arrayMap((n, d) -> if(n != 0 and ${timeOf(sql`n`)} <= d, n, ${NO_ELEMENT}), ${event}, ${due})`,
      );
    });
  const unless =
    promise.unless.length === 0
      ? undefined
      : firstFollowing(hunt, castRole(pass, `${scope}_unless`, asked, promise.unless));
  const judge = (bounds: PerOccasion<Bound>, deciding: Name): Sql => {
    const excused = sql`u != 0 and ${timeOf(sql`u`)} <= d and (n = 0 or ${timeOf(sql`u`)} < ${timeOf(sql`n`)})`;
    const decide = (bound: Bound): Sql => {
      if (isSure(bound)) return word("kept");
      const [decided, over] = bound.most === undefined ? (["kept", "missed"] as const) : (["missed", "kept"] as const);
      // Only between two bounds is it not the deciding event alone that tells.
      const short = bound.most !== undefined && bound.least !== undefined && sql`c < ${number(bound.least)}`;
      return firstOf(
        [
          unless && [excused, word("excused")],
          [sql`n != 0`, word(decided)],
          [sql`${digits(setting.asOf)} <= d`, word("open")],
          short ? [short, word("missed")] : undefined,
        ],
        word(over),
      );
    };
    const between = everyValue(bounds).some((b) => b.least !== undefined && b.most !== undefined);
    return mapOver(
      { n: deciding, u: unless, d: due, c: between ? counted : undefined, o: occasionsIf(setting, hunt, bounds) },
      perOccasion(occasions, bounds, decide),
    );
  };
  const deciding = decided(promise.expected);
  const verdict = define("verdict", judge(promise.expected, deciding));
  const { target } = promise;
  const hit = target && define("hit", judge(target, decided(target)));
  const expected = onAxis(setting, hunt, promise.expected);
  const aimed = target && onAxis(setting, hunt, target);
  const subject = subjectFacts(setting, hunt);
  asked.seal();
  const onTarget = sql`multiIf(v = ${word("excused")}, ${EMPTY}, h = ${word("kept")}, ${YES}, h = ${word("missed")}, ${NO}, ${EMPTY})`;
  return {
    askings: sql`${asked.ofSubjects()}`,
    subject,
    verdict: sql`${verdict}`,
    onTarget: hit && mapOver({ v: verdict, h: hit }, onTarget),
    due: sql`${due}`,
    answer: unless
      ? mapOver({ n: deciding, v: verdict }, sql`if(v = ${word("excused")}, ${NO_ELEMENT}, n)`)
      : sql`${deciding}`,
    axis: {
      kind: "number",
      delivered: mapOver({ c: counted }, sql`toFloat64(c)`),
      expected,
      target: aimed,
    },
  };
}

/** The occurrence that decides before the window is over: one too many, or the last that was needed. */
const decidingPlace = ({ least, most }: Bound): number =>
  Math.max(1, most === undefined ? Math.ceil(least ?? 1) : Math.floor(most) + 1);

/** "At least 0" is kept whatever happens. */
const isSure = ({ least, most }: Bound): boolean => most === undefined && (least ?? 0) <= 0;

function nthCounted(hunt: Hunt, role: Role, nth: number): Name {
  const search = searchOf(hunt, role);
  if (search !== undefined) return nthAfter(search, nth);
  const pairs = pairsOf(hunt, role);
  const found = sql`arrayElement(${fitting(pairs, sql`true`)}, ${digits(nth)})`;
  return hunt.define(
    "nth",
    sql`arrayMap((x, a) -> ${pairs.elementOf(found)}, ${hunt.asked.askings}, ${pairs.askings})`,
  );
}

/** How many of the window's events count; the asking event only for `count`. */
function countedWithin(promise: CountPromise, hunt: Hunt, role: Role, due: Name): Name {
  const { define, asked } = hunt;
  const search = searchOf(hunt, role);
  const never = promise.kind === "never";
  if (search === undefined) {
    const pairs = pairsOf(hunt, role);
    const inWindow = sql`${timeOf(pairs.element)} <= d${never ? sql` and not ${sameEvent(pairs.element, sql`x`)}` : sql``}`;
    return define(
      "counted",
      sql`arrayMap((x, a, d) -> toInt64(length(${fitting(pairs, inWindow)})), ${asked.askings}, ${pairs.askings}, ${due})`,
    );
  }
  const ends = asked.beside(due, asked.askings, search.askings);
  const counted = asked.beside(countWithin(search, ends), search.askings);
  if (!never || !overlap(promise.when, promise.count)) return counted;
  if (sameRows(promise.when, promise.count))
    return define("others", sql`arrayMap(c -> greatest(c - 1, 0), ${counted})`);
  const self = asked.gather(isOfTerm(promise.count));
  return define("others", sql`arrayMap((c, s) -> greatest(c - toInt64(s), 0), ${counted}, ${self})`);
}

const fitting = (pairs: Pairs, also: Sql): Sql =>
  sql`arrayFilter(c -> ${timeOf(pairs.element)} >= ${timeOf(sql`x`)} and ${pairs.matches} and ${also}, ${pairs.candidates})`;
