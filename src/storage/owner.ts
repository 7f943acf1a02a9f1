import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** The works of this process that are under way and that nobody else may do at the same time. */
const own = new Set<string>();

/** A name for such a work, by which another process can tell whether the process that does it still lives. */
export function enrol(): string {
  const owner = `${hostname()} ${process.pid} ${startOf(process.pid)} ${randomUUID()}`;
  own.add(owner);
  return owner;
}

export const strikeOff = (owner: string): boolean => own.delete(owner);

export const isOfThisMachine = (owner: string): boolean => owner.split(" ")[0] === hostname();

/** Whether the work of this name may still be under way. Of another machine nothing can be told: it may. */
export function mayRun(owner: string): boolean {
  const [, pid, start] = owner.split(" ");
  if (!isOfThisMachine(owner)) return true;
  if (Number(pid) === process.pid) return own.has(owner);
  try {
    process.kill(Number(pid), 0);
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
  return startOf(Number(pid)) === start;
}

/** When a process began, on Linux; the number of a process that has ended may be given to another. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
  } catch {
    return "0";
  }
}
