import type { CustomerPromise, Experience, Journey } from "../language/experience.ts";

/** The stretch of its journey's path that a promise spans. */
export interface Span {
  readonly promise: CustomerPromise;
  readonly journey: Journey;
  /** At least two steps, from the asking to the answer. */
  readonly steps: readonly string[];
}

/** From the first step of the path that asks to the last that answers; undefined where there are no two such steps. */
export function spanOf(promise: CustomerPromise, { journeys }: Experience): Span | undefined {
  const journey = journeys.find(({ name }) => name === promise.journey);
  if (journey === undefined || promise.kind !== "then") return undefined;
  const { path } = journey;
  const asks = new Set(promise.when.map(({ event }) => event));
  const answers = new Set(promise.then.map(({ event }) => event));
  const from = path.findIndex((step) => asks.has(step));
  const to = path.findLastIndex((step) => answers.has(step));
  return from === -1 || to <= from ? undefined : { promise, journey, steps: path.slice(from, to + 1) };
}

/** Who answers for a step: its touchpoint, the team of that, and whether the team is a subcontractor. */
export function whoAnswers(step: string, { events, touchpoints, teams }: Experience) {
  const touchpoint = events.find(({ name }) => name === step)?.at ?? null;
  const team = touchpoints.find(({ name }) => name === touchpoint)?.team ?? null;
  const outside = teams.find(({ name }) => name === team)?.outside ?? false;
  return { team, touchpoint, outside };
}
