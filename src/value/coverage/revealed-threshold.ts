import { reveal } from "../expectation/reveal.ts";
import type { Study } from "./study.ts";
import { STEP, TURNS, turningWorld } from "./turning-world.ts";

const revealed = (kind: keyof typeof TURNS, name: string): Study => ({
  name,
  of: `where people turn, when what they feel falls as ${kind === "two hinges" ? "two hinges" : `a ${kind}`}`,
  world(seed) {
    const found = reveal(turningWorld(kind, seed), STEP, { outcome: "felt", seed, redraws: 100 });
    const rightForm = found.kind === "revealed" && found.form === kind;
    return { truth: TURNS[kind].at, interval: rightForm ? found.threshold : null };
  },
});

/** Where people turn, in worlds in which they do; a world in which another form is found is not counted. */
export const REVEALED_THRESHOLD: readonly Study[] = [
  revealed("step", "threshold-step"),
  revealed("hinge", "threshold-hinge"),
];
