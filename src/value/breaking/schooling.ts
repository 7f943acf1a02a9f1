import { type Refusal, refusal } from "../estimate.ts";
import type { Setting } from "./features.ts";
import { chanceOf, columnsOf, type Learned, learn, prepare, type School } from "./forecast.ts";
import { type Judged, judgeForecasts } from "./judged.ts";
import type { Lesson } from "./snapshot.ts";

/** What the past has to teach of one promise: snapshots of its askings, and the askings as they ended. */
export interface Past {
  readonly lessons: readonly Lesson[];
  readonly ended: readonly Lesson[];
  /** ms after the asking at which it is known how it went on, where no moment is due. */
  readonly horizon: number;
}

/** What was learned, and judged on a later period than it was learned from; then learned from all. */
export interface Schooled {
  readonly kind: "schooled";
  readonly learned: Learned;
  readonly judged: Judged;
}

/** The first part of the askings is learned from, the later part judges. */
const LEARNED = 0.7;
/** What is tried: how far a forecast keeps to what is usual. Chosen within the part that is learned from, again by time. */
const RIDGES = [5, 30, 150, 700];
/** With fewer of either kind nothing can be learned or judged. */
const [LEAST_LEARNED, LEAST_JUDGED] = [15, 8];

/** Refused where the past is too small, and where the base rate forecasts as well. */
export function school(setting: Setting, past: Past, asOf: number): Schooled | Refusal {
  const [earlier, later, split] = partOf(past, asOf);
  const poor = tooFew(earlier.lessons, later);
  if (poor !== null) return poor;
  const ridge = ridgeOf(setting, earlier, split);
  const before = prepare(setting, earlier.lessons, earlier.ended, split);
  const judged = judgeOn(before, learn(before, ridge), later);
  if (!(judged.gain.low > 0))
    return refusal(
      "What is known of the open ones tells no better which will be broken than the share that always was.",
      "More of what happens between the promise and its answer as events, or properties that tell the slow from the quick.",
    );
  const learned = learn(prepare(setting, past.lessons, past.ended, asOf), ridge);
  return { kind: "schooled", learned, judged };
}

type Parts = readonly [earlier: Past, later: readonly Lesson[], split: number];

/** Earlier: known to the end before the split. Later: asked after it. What lies across is in neither. */
function partOf(past: Past, to: number): Parts {
  const asked = past.ended.map(({ askedAt }) => askedAt).filter((at) => at <= to);
  const split = asked.toSorted((a, b) => a - b)[Math.floor(asked.length * LEARNED)] ?? to;
  const knownBy = (one: Lesson): number => one.dueAt ?? one.askedAt + 2 * past.horizon;
  const before = (one: Lesson): boolean => knownBy(one) <= split;
  const earlier = { ...past, lessons: past.lessons.filter(before), ended: past.ended.filter(before) };
  return [earlier, past.lessons.filter((one) => one.askedAt > split && one.askedAt <= to), split];
}

function tooFew(earlier: readonly Lesson[], later: readonly Lesson[]): Refusal | null {
  const rarest = (lessons: readonly Lesson[]): number => {
    const asking = (broken: boolean): number =>
      new Set(
        lessons.filter((one) => one.broken === broken).map(({ customerKey, askedKey }) => `${customerKey} ${askedKey}`),
      ).size;
    return Math.min(asking(true), asking(false));
  };
  const needed = `At least ${LEAST_LEARNED} that broke and ${LEAST_LEARNED} that were kept while somebody could still have acted, and ${LEAST_JUDGED} of each in a later time.`;
  if (earlier.length === 0) return refusal("There is no past yet from which this promise could be learned.", needed);
  if (rarest(earlier) >= LEAST_LEARNED && rarest(later) >= LEAST_JUDGED) return null;
  const all = [...earlier, ...later];
  if (all.every(({ broken }) => broken))
    return refusal("It was always broken, so nothing tells which will be.", needed);
  if (!all.some(({ broken }) => broken)) return refusal("It was never broken, so nothing tells which will be.", needed);
  return refusal("Too few were broken, or too few kept, to learn from and to judge by.", needed);
}

/** The ridge under which the last part of what is learned from was forecast best from the part before. */
function ridgeOf(setting: Setting, earlier: Past, until: number): number {
  const [first, second, split] = partOf(earlier, until);
  const usual = RIDGES[2] ?? 150;
  if (tooFew(first.lessons, second) !== null) return usual;
  const prepared = prepare(setting, first.lessons, first.ended, split);
  const looked = second.map((lesson) => columnsOf(prepared, lesson));
  const misses = RIDGES.map((ridge) => {
    const model = learn(prepared, ridge);
    const missed = second.map(({ broken }, i) => (chanceOf(model, looked[i] ?? []) - Number(broken)) ** 2);
    return { ridge, brier: missed.reduce((sum, one) => sum + one, 0) };
  });
  return misses.reduce((best, one) => (one.brier < best.brier ? one : best)).ridge;
}

function judgeOn(school: School, learned: Learned, later: readonly Lesson[]): Judged {
  const baseRate = school.answers.reduce((sum, answer) => sum + answer, 0) / school.answers.length;
  const forecasts = later.map((lesson) => ({
    asking: `${lesson.customerKey} ${lesson.subjectKey} ${lesson.askedKey}`,
    chance: chanceOf(learned, columnsOf(school, lesson)),
    broken: lesson.broken,
    hoursLeft: lesson.dueAt === undefined ? null : (lesson.dueAt - lesson.at) / 3_600_000,
  }));
  return judgeForecasts(forecasts, baseRate);
}
