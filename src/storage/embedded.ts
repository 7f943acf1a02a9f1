import { Agent } from "node:http";
import { KeptError } from "../kept-error.ts";
import { findEngine } from "./engine/find.ts";
import { engineMemory } from "./engine/memory.ts";
import { openHome } from "./home.ts";
import { checkPlatform } from "./platform.ts";
import { memorySettings } from "./settings.ts";
import type { Way } from "./way.ts";

const LINGER = 2000;

/** Kept's own engine on a folder: found running, or started. */
export async function wayToEngine(
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Way> {
  const path = openHome(home);
  const wanted = {
    home: path,
    memory: memoryOf(environment["KEPT_MEMORY"]),
    linger: lingerOf(environment["KEPT_ENGINE_LINGER"]),
  };
  const { lease, record } = await findEngine(wanted).catch((thrown: unknown) => {
    checkPlatform();
    throw thrown;
  });
  const agentOptions = { socketPath: record.socket, keepAlive: true };
  return {
    url: "http://engine",
    agent: new Agent(agentOptions),
    settings: memorySettings(record.memory),
    place: path,
    engine: "our own",
    release: () => lease.release(),
  };
}

function memoryOf(setting: string | undefined): number {
  const memory = engineMemory(setting);
  if (memory !== undefined) return memory;
  throw new KeptError(
    "bad-setting",
    `KEPT_MEMORY is "${setting}"; write a size of at least 256M, such as 1500M or 4G.`,
  );
}

/** `KEPT_ENGINE_LINGER` is in seconds. */
function lingerOf(setting: string | undefined): number {
  if (setting === undefined || setting === "") return LINGER;
  const seconds = Number(setting);
  if (seconds >= 0 && seconds <= 3600) return Math.round(seconds * 1000);
  throw new KeptError("bad-setting", `KEPT_ENGINE_LINGER is "${setting}"; write seconds from 0 to 3600.`);
}
