import type { PromiseGap } from "../../gaps/gap.ts";
import type { Estimate } from "../../value/estimate.ts";
import type { PromiseExpectation } from "../../value/expectation/measure.ts";
import type { Revealed } from "../../value/expectation/reveal.ts";
import { countOf } from "../format/count.ts";
import { type Axis, formatQuantity } from "../format/quantity.ts";
import { formatRate } from "../format/rate.ts";
import { formatScore } from "../format/score.ts";
import { lower } from "./sentence.ts";

/** How a place is said: where it lies from what was expected, or itself where all expect the same. */
interface Places {
  readonly axis: Axis;
  readonly worse: PromiseExpectation["worse"];
  /** What all expect; null where that differs from case to case. */
  readonly declared: number | null;
  readonly moment: boolean;
}

/** What people really expect of a promise, for a manager: where they turn, what that does, and who turns elsewhere. */
export function expectationSentences(one: PromiseExpectation, gap: PromiseGap, currency: string | null): string[] {
  const { expected } = gap;
  const same = expected !== null && expected.p10 === expected.p90;
  const axis: Axis = { unit: one.unit, currency };
  const places = { axis, worse: one.worse, declared: same ? expected.p50 : null, moment: one.unit === "seconds" };
  const felt = one.felt.kind === "revealed" ? feltSentence(one.felt, places) : null;
  const did = one.repurchase.kind === "revealed" ? didSentence(one.repurchase, places, one.window_days) : null;
  const refused =
    one.felt.kind === "refusal" && did === null
      ? `It cannot be told: ${lower(one.felt.reason)} Needed: ${lower(one.felt.needed)}`
      : null;
  return [felt, did, occasionSentence(one, places), refused].filter((sentence) => sentence !== null);
}

function feltSentence(found: Revealed, places: Places): string {
  const n = `read from ${countOf(found.n, "customer", "customers")} who said how it was`;
  const { threshold, before, beyond } = found;
  if (threshold === null) return `${withoutThreshold(found)} (${n}).`;
  if (beyond >= before)
    return `Beyond ${placeOf(threshold.value, places)} they give ${formatScore(beyond)}, before it ${formatScore(before)}: not less. What they expect does not show here; something else stands behind it (${n}).`;
  return `${turning(found, places)}: up to there they give ${formatScore(before)}, beyond it ${formatScore(beyond)}${lessOf(found)}${shapeOf(found, places)} (${n}; grade D: they were seen together, and no more).`;
}

function withoutThreshold({ form, slope, curve }: Revealed): string {
  const falls = (curve[0]?.value ?? 0) > (curve.at(-1)?.value ?? 0);
  if (form === "none") return "No threshold: what they feel does not hang on it";
  return (slope ?? 0) < 0 && falls
    ? "No threshold: what they feel falls little by little, from the first moment"
    : "No threshold: the worse it was the better they felt, so something else stands behind it";
}

/** "People turn at 4 hours after the time they were given, not at that time". */
function turning({ threshold }: Revealed, places: Places): string {
  if (threshold === null) throw new Error("nothing turns");
  const interval = intervalOf(threshold, places);
  const at = `People turn at ${placeOf(threshold.value, places)}`;
  if (threshold.low <= 0 && threshold.high >= 0) return `People turn where it was promised (${interval})`;
  const declared =
    places.declared === null
      ? places.moment
        ? "at that time"
        : "at what they expected"
      : `at ${formatQuantity(places.declared, places.axis)}`;
  if (threshold.value > 0) return `${at}, not ${declared} (${interval})`;
  return `${at}, sooner than ${declared}: to keep the promise is not enough (${interval})`;
}

/** What is said of the place cannot be finer than the stretches that were counted. */
function intervalOf({ low, high }: Estimate, places: Places): string {
  const ends = [placeOf(low, places), placeOf(high, places)];
  if (ends[0] === ends[1]) return "95% interval: no wider than can be said";
  const { declared, moment, worse, axis } = places;
  if (declared !== null || !moment || low * high <= 0) return `95% interval: ${ends.join(" to ")}`;
  const after = worse === "more" ? low > 0 : low < 0;
  const lengths = [low, high].map(Math.abs).sort((a, b) => a - b);
  return `95% interval: ${lengths.map((length) => formatQuantity(length, axis)).join(" to ")} ${after ? "after" : "before"}`;
}

/** ", 1.25 less (1.12 to 1.41)". */
function lessOf({ change }: Revealed): string {
  if (change === null) return "";
  const [least, most] = [change.high, change.low].map((end) => (0 - end).toFixed(2));
  return `, ${(0 - change.value).toFixed(2)} less (${least} to ${most})`;
}

function placeOf(short: number, { axis, worse, declared, moment }: Places): string {
  const away = worse === "more" ? short : -short;
  if (declared !== null) return formatQuantity(declared + away, axis);
  const length = formatQuantity(Math.abs(away), axis);
  if (away === 0) return moment ? "the time they were given" : "what they expected";
  if (moment) return `${length} ${away > 0 ? "after" : "before"} the time they were given`;
  return `${length} ${away > 0 ? "more" : "less"} than they expected`;
}

function shapeOf({ form, ends }: Revealed, places: Places): string {
  switch (form) {
    case "hinge":
      return ", less and less the further it goes";
    case "two hinges":
      return `; from ${placeOf(ends ?? 0, places)} on it makes no difference any more`;
    case "step":
    case "none":
    case "linear":
      return "";
  }
}

function didSentence(found: Revealed, places: Places, days: number): string | null {
  const { threshold, before, beyond, n } = found;
  if (threshold === null || beyond >= before) return null;
  return `Beyond ${placeOf(threshold.value, places)} ${formatRate(beyond)} buy again within ${Math.round(days)} days, before it ${formatRate(before)} (${intervalOf(threshold, places)}; read from ${countOf(n, "customer", "customers")}; grade D).`;
}

/** Only where an occasion can be told, and turns. */
function occasionSentence({ by_occasion }: PromiseExpectation, places: Places): string | null {
  const relative = { ...places, declared: null };
  const parts = by_occasion.flatMap(({ occasion, felt }) =>
    felt.kind === "revealed" && felt.threshold !== null && felt.beyond < felt.before
      ? `${occasion} at ${placeOf(felt.threshold.value, relative)} (${intervalOf(felt.threshold, relative)}; ${countOf(felt.n, "customer", "customers")})`
      : [],
  );
  return parts.length < 2 ? null : `By occasion: ${parts.join("; ")}.`;
}
