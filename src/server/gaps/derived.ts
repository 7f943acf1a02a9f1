import type { Answer } from "./prepared.ts";

/** What follows from answers that are kept ready, made once for each of them. */
export function derivedFrom<T>(make: (parsed: T) => unknown): (answer: Answer, parsed: T) => Answer {
  const made = new WeakMap<Answer, Answer>();
  return (answer, parsed) => {
    const known = made.get(answer);
    if (known !== undefined) return known;
    const derived: Answer = { json: JSON.stringify(make(parsed)), judgement: answer.judgement };
    made.set(answer, derived);
    return derived;
  };
}
