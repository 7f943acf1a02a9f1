import { numbers, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import type { Axis } from "./axis.ts";
import type { Density } from "./gap.ts";
import { DELIVERED } from "./verdict-columns.ts";

interface BinRow {
  readonly promise: string;
  /** −1 and the number of bins: below and above the axis. */
  readonly bin: number;
  readonly within: string;
  readonly beyond: string;
}

/**
 * What was delivered, counted on the axis of each promise: those who got what they expected and those who did not,
 * each by their own expectation. Verdicts without an answer have no place on the axis.
 */
export async function readDensities(
  store: Store,
  axes: ReadonlyMap<string, Axis>,
): Promise<ReadonlyMap<string, Density>> {
  const promises = [...axes.keys()];
  if (promises.length === 0) return new Map();
  const all = [...axes.values()];
  const end = ({ from, step, bins }: Axis): number => from + step * bins;
  const rows = await store.rows<BinRow>(sql`with indexOf(${texts(promises)}, promise) as axis,
  ${numbers(all.map(({ from }) => from))}[axis] as start, ${numbers(all.map(({ step }) => step))}[axis] as step,
  ${numbers(all.map(end))}[axis] as stop, ${numbers(all.map(({ bins }) => bins))}[axis] as bins,
  ${DELIVERED} as d
select promise, toInt16(multiIf(d < start, -1, d > stop, bins, least(bins - 1, floor((d - start) / step)))) as bin,
  countIf(verdict = 'kept') as within, countIf(verdict != 'kept') as beyond
from verdicts where promise in ${texts(promises)} and isNotNull(d)
group by promise, bin`);
  return new Map([...axes].map(([promise, axis]) => [promise, densityOf(axis, rows, promise)]));
}

function densityOf({ from, step, bins }: Axis, rows: readonly BinRow[], promise: string): Density {
  const within = new Array<number>(bins).fill(0);
  const beyond = new Array<number>(bins).fill(0);
  let [below, above] = [0, 0];
  for (const row of rows) {
    if (row.promise !== promise) continue;
    const [kept, broken] = [Number(row.within), Number(row.beyond)];
    if (row.bin < 0) below += kept + broken;
    else if (row.bin >= bins) above += kept + broken;
    else {
      within[row.bin] = kept;
      beyond[row.bin] = broken;
    }
  }
  return { from, to: from + step * bins, within, beyond, below, above };
}
