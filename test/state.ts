import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openState } from "../src/storage/postgres/open.ts";
import type { State } from "../src/storage/postgres/state.ts";

/** A state in a fresh folder, on a PostgreSQL of its own. `dispose` closes it and takes the folder away. */
export interface TestState {
  readonly state: State;
  readonly home: string;
  dispose(): Promise<void>;
}

/** For `beforeAll`: one PostgreSQL for a file of tests. It takes about two seconds. */
export async function openTestState(): Promise<TestState> {
  const home = mkdtempSync(join(tmpdir(), "kept-test-"));
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
