import type { PromiseExpectation } from "./measure.ts";
import type { Revealed } from "./reveal.ts";

/** What is shown first: what people felt where it can be told, else what they did. */
export function revealedOf({ felt, repurchase }: PromiseExpectation): Revealed | null {
  if (felt.kind === "revealed") return felt;
  return repurchase.kind === "revealed" ? repurchase : null;
}
