import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openState } from "../src/storage/postgres/open.ts";
import type { State } from "../src/storage/postgres/state.ts";
import { copyMade, type Made } from "./made.ts";

/** A state in a folder of its own, on a PostgreSQL of its own. `dispose` closes it and takes the folder away. */
export interface TestState {
  readonly state: State;
  readonly home: string;
  dispose(): Promise<void>;
}

/** The folder of a state that holds nothing. */
export const MADE_STATE: Made = {
  name: "state",
  async make(home) {
    await (await openState({ home, environment: {} })).close();
  },
};

/** For `beforeAll`: one PostgreSQL for a file of tests. */
export async function openTestState(): Promise<TestState> {
  const home = mkdtempSync(join(tmpdir(), "kept-test-"));
  await copyMade(MADE_STATE, home);
  return testStateOn(home, await openState({ home, environment: {} }));
}

export function testStateOn(home: string, state: State): TestState {
  return {
    state,
    home,
    async dispose() {
      await state.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
