import { openState } from "./storage/postgres/open.ts";
import type { State } from "./storage/postgres/state.ts";
import { sharedAnswers } from "./storage/shared-answers.ts";
import { openSteadyStore } from "./storage/steady-store.ts";
import type { Store } from "./storage/store.ts";

/** What the server stands on: facts, state, and the one clock that everything below is told the time by. */
export interface House {
  readonly home: string;
  readonly store: Store;
  readonly state: State;
  /** Ms since 1970 UTC. */
  now(): number;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly home: string;
  /** Where the settings of the engines are read from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
}

/** Opens both engines at once. Close it after the last use of either. */
export async function openHouse({ home, environment, now }: HouseOptions): Promise<House> {
  const [store, state] = await Promise.allSettled([
    openSteadyStore({ home, environment }),
    openState({ home, environment }),
  ]);
  if (store.status === "rejected" || state.status === "rejected") {
    if (store.status === "fulfilled") await store.value.close();
    if (state.status === "fulfilled") await state.value.close();
    throw store.status === "rejected" ? store.reason : state.status === "rejected" ? state.reason : undefined;
  }
  return houseOf(home, store.value, state.value, now);
}

export function houseOf(home: string, store: Store, state: State, now: () => number): House {
  return {
    home,
    store: sharedAnswers(store),
    state,
    now,
    async close() {
      await store.close();
      await state.close();
    },
  };
}
