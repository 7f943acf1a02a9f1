import { totalmem } from "node:os";

const UNITS: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };
const LEAST = 256 * 2 ** 20;

/** Bytes for `KEPT_MEMORY` (`1500M`, `4 GB`); without it 2 GB, but never more than half of what the machine has. */
export function engineMemory(setting: string | undefined): number | undefined {
  if (setting === undefined || setting.trim() === "") {
    const constrained = process.constrainedMemory?.() ?? 0;
    const machine = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
    return Math.max(LEAST, Math.min(2 * 2 ** 30, Math.floor(machine / 2)));
  }
  const read = /^\s*(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?\s*$/i.exec(setting);
  if (read === null) return undefined;
  const bytes = Math.floor(Number(read[1]) * (UNITS[(read[2] ?? "").toUpperCase()] ?? 1));
  return bytes >= LEAST ? bytes : undefined;
}
