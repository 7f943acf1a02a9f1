import { readFileSync } from "node:fs";
import { readRecord } from "../storage/engine/read-record.ts";

/** What a piece of work cost. CPU seconds and memory are those of the engine's process, where they can be read. */
export interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number | undefined;
}

/** The fastest of several rounds, with what the last one gave. */
export async function fastest<T>(
  home: string,
  rounds: number,
  work: () => Promise<T>,
): Promise<Cost & { readonly result: T }> {
  let best = await timed(home, work);
  for (let round = 1; round < rounds; round++) {
    const next = await timed(home, work);
    best = {
      result: next.result,
      seconds: Math.min(best.seconds, next.seconds),
      cpuSeconds: best.cpuSeconds && next.cpuSeconds && Math.min(best.cpuSeconds, next.cpuSeconds),
    };
  }
  return best;
}

async function timed<T>(home: string, work: () => Promise<T>): Promise<Cost & { readonly result: T }> {
  const [cpu, begun] = [cpuSeconds(home), performance.now()];
  const result = await work();
  const seconds = (performance.now() - begun) / 1000;
  const after = cpuSeconds(home);
  return { result, seconds, cpuSeconds: cpu === undefined || after === undefined ? undefined : after - cpu };
}

/** Ticks of a hundredth of a second, in user and kernel mode. */
function cpuSeconds(home: string): number | undefined {
  const fields = read(home, "stat")?.split(") ")[1]?.split(" ");
  return fields && (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The most memory the engine's process ever had, in bytes. */
export function peakMemory(home: string): number | undefined {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(read(home, "status") ?? "")?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Of our own engine, and on Linux only. */
function read(home: string, file: "stat" | "status"): string | undefined {
  const pid = readRecord(home)?.pid;
  if (pid === undefined) return undefined;
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}
