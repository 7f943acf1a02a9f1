import type { Agent } from "node:http";
import type { Settings } from "./store.ts";

/** One way to a ClickHouse, and what its loss means. */
export interface Way {
  readonly url: string;
  readonly agent?: Agent;
  readonly settings: Settings;
  /** How the ClickHouse is called in messages: a folder, or the address of a server without user and password. */
  readonly place: string;
  readonly engine: "our own" | "a server";
  /** Called when the store closes. */
  release?(): void;
  readonly cluster?: string | undefined;
}
