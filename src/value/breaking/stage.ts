import type { CustomerPromise, Experience } from "../../language/experience.ts";
import type { Snapshot } from "./snapshot.ts";

/** How far an asking has got: the furthest step of its journey's path, from 1; 0 is no more than asked. */
export interface Stage {
  readonly step: number;
  /** When it got there, in ms. */
  readonly since: number;
}

/** Places (in the events of the experience) of the steps that lie between a promise's asking and its answer. */
export function stepsOf(promise: CustomerPromise, { journeys, events }: Experience): readonly number[] {
  const path = journeys.find(({ name }) => name === promise.journey)?.path ?? [];
  const asks = new Set(promise.when.map(({ event }) => event));
  const answers = new Set("then" in promise ? promise.then.map(({ event }) => event) : []);
  return path
    .filter((step) => !asks.has(step) && !answers.has(step))
    .map((step) => events.findIndex(({ name }) => name === step));
}

/** What happened before the asking belongs to it too where its journey had got further than the step that asks. */
export function stageOf({ askedAt, last }: Snapshot, steps: readonly number[]): Stage {
  for (let i = steps.length - 1; i >= 0; i--) {
    const at = last.get(steps[i] ?? -1);
    if (at !== undefined && at >= askedAt) return { step: i + 1, since: at };
  }
  return { step: 0, since: askedAt };
}
