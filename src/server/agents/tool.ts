import type { z } from "zod";
import type { Permission } from "../../people/rights.ts";
import type { Rooms } from "../app.ts";

/** One thing that an agent can ask. */
export interface Tool {
  readonly name: string;
  readonly needs: Permission;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  /** What is given back is JSON. */
  readonly answer: (rooms: Rooms, input: never, permissions: readonly Permission[]) => Promise<unknown>;
}

/** Holds what is answered to what was asked. */
export function tool<S extends z.ZodObject>(
  told: Omit<Tool, "input" | "answer"> & {
    readonly input: S;
    readonly answer: (rooms: Rooms, input: z.output<S>, permissions: readonly Permission[]) => Promise<unknown>;
  },
): Tool {
  return told;
}
