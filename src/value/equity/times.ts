import type { Times } from "./equity.ts";
import type { Cells } from "./history.ts";
import type { Foresight } from "./model.ts";

/** The last row holds everybody who came back this often or more. */
const MOST = 7;

/** How many customers came back how often, and how many the model would have: whether it describes what is known. */
export function timesOf({ repeats, known, customers }: Cells, { timesOfNew }: Foresight): readonly Times[] | null {
  if (timesOfNew === undefined) return null;
  const seen = new Float64Array(MOST + 1);
  const lengths = new Map<number, number>();
  for (let i = 0; i < repeats.length; i++) {
    const n = customers[i] ?? 0;
    const row = Math.min(MOST, repeats[i] ?? 0);
    seen[row] = (seen[row] ?? 0) + n;
    lengths.set(known[i] ?? 0, (lengths.get(known[i] ?? 0) ?? 0) + n);
  }
  const foreseen = new Float64Array(MOST + 1);
  for (const [weeks, n] of lengths) {
    let rest = 1;
    for (let row = 0; row < MOST; row++) {
      const chance = weeks === 0 ? (row === 0 ? 1 : 0) : timesOfNew(row, weeks);
      foreseen[row] = (foreseen[row] ?? 0) + n * chance;
      rest -= chance;
    }
    foreseen[MOST] = (foreseen[MOST] ?? 0) + n * Math.max(0, rest);
  }
  return Array.from(seen, (n, row) => ({ repeats: row, customers: n, foreseen: foreseen[row] ?? 0 }));
}
