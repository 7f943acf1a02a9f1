import type { PromiseGap } from "../../gaps/gap.ts";
import { type Axis, formatQuantity } from "../format/quantity.ts";

/** The three distances of a promise, each one sentence about the customers in the middle. */
export function distanceSentences(gap: PromiseGap, currency: string | null): string[] {
  const unit = (gap.delivered ?? gap.expected ?? gap.target)?.unit;
  if (unit === undefined || unit === "done") return [];
  const axis: Axis = { unit, currency };
  const say = gap.kind === "then" ? sayTime : sayAmount;
  const { delivered_minus_expected, delivered_minus_target, target_minus_expected } = gap.distance;
  return [
    delivered_minus_expected === null ? null : say(delivered_minus_expected, "they expect", axis),
    delivered_minus_target === null ? null : say(delivered_minus_target, "we mean them to", axis),
    target_minus_expected === null ? null : sayAim(target_minus_expected, gap, axis),
  ].filter((sentence) => sentence !== null);
}

function sayTime(distance: number, than: string, axis: Axis): string {
  const length = formatQuantity(Math.abs(distance), axis);
  if (distance > 0) return `Half of our customers wait at least ${length} longer than ${than}.`;
  if (distance < 0) return `Half of our customers have it at least ${length} sooner than ${than}.`;
  return `Half of our customers wait just as long as ${than}, or longer.`;
}

function sayAmount(distance: number, than: string, axis: Axis): string {
  const measure = than === "they expect" ? "what they expect" : "what we aim at";
  const size = formatQuantity(Math.abs(distance), axis);
  if (distance > 0) return `Half of our customers get at least ${size} more than ${measure}.`;
  if (distance < 0) return `Half of our customers get at least ${size} less than ${measure}.`;
  return `The customer in the middle gets exactly ${measure}.`;
}

function sayAim(distance: number, gap: PromiseGap, axis: Axis): string {
  const size = formatQuantity(Math.abs(distance), axis);
  if (distance === 0) return "We aim at exactly what they expect: there is nothing in reserve.";
  if (gap.kind !== "then") return `We aim ${size} ${distance > 0 ? "above" : "below"} what they expect.`;
  if (distance > 0) return `We aim ${size} later than they expect: on our target we still break the promise.`;
  return `We aim ${size} sooner than they expect: that is what we hold in reserve.`;
}
