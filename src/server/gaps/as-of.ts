import { KeptError } from "../../kept-error.ts";
import type { Rooms } from "../app.ts";

/** As of when something is told that can be told without verdicts: the last judgement, or now before there is one. */
export async function asOfLast({ house, prepared }: Pick<Rooms, "house" | "prepared">): Promise<number> {
  try {
    return (await prepared.judgement()).asOf;
  } catch (thrown) {
    if (thrown instanceof KeptError && (thrown.code === "not-judged" || thrown.code === "no-experience"))
      return house.now();
    throw thrown;
  }
}
