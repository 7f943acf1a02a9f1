import { oneNumber } from "../sql/one-number.ts";
import { name, number, numbers, type Sql, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { type Axis, axisOf } from "./axis.ts";
import type { Density } from "./gap.ts";
import type { Spread } from "./spread.ts";
import { ALL, JUDGED, placeIn } from "./verdict-columns.ts";

interface BinRow {
  readonly place: number;
  /** −1 and the number of bins: below and above the axis. */
  readonly bin: number;
  readonly kept: 0 | 1;
  readonly n: string;
}

/** What is so little outside is only so because fractions were added: see `tidy`. */
const HAIR = number(1e-9);

/**
 * What was delivered, counted on the axis of each promise: those who got what they expected and those who did not,
 * each by their own expectation. Verdicts without an answer have no place on the axis.
 */
export async function readDensities(
  store: Store,
  spreads: ReadonlyMap<string, Spread>,
  among = ALL,
): Promise<ReadonlyMap<string, Density>> {
  const axes = axesOf(spreads);
  const promises = [...axes.keys()];
  if (promises.length === 0) return new Map();
  const all = [...axes.values()];
  const each = (value: (axis: Axis) => number): Sql => sql`${numbers(all.map(value))}[place]`;
  const cell = oneNumber(name("cell"), {
    place: [sql`place`, 16],
    bin: [sql`bin + 1`, 16],
    kept: [sql`verdict = 'kept'`, 1],
  });
  const { place, bin, kept } = cell.of;
  const rows = await store.rows<BinRow>(sql`select ${place} as place, toInt32(${bin}) - 1 as bin, ${kept} as kept, n
from (
  with ${placeIn("promise", promises)} as place,
    ${each(({ from }) => from)} as start, ${each(({ step }) => step)} as step,
    ${each(({ from, step, bins }) => from + step * bins)} as stop, ${each(({ bins }) => bins)} as bins,
    assumeNotNull(delivered) as d,
    multiIf(d < start - ${HAIR}, -1, d > stop + ${HAIR}, bins, greatest(0, least(bins - 1, floor((d - start) / step)))) as bin
  select ${cell.made}, count() as n
  from ${among} where promise in ${texts(promises)} and ${JUDGED} and isFinite(delivered)
  group by ${cell.column})`);
  return new Map(
    [...axes].map(([promise, axis], i) => [
      promise,
      densityOf(
        axis,
        rows.filter(({ place }) => place === i + 1),
      ),
    ]),
  );
}

function axesOf(spreads: ReadonlyMap<string, Spread>): ReadonlyMap<string, Axis> {
  return new Map(
    [...spreads].flatMap(([promise, { delivered, expected, target }]) => {
      const axis = axisOf(delivered, expected, target);
      return axis === null ? [] : [[promise, axis] as const];
    }),
  );
}

function densityOf({ from, step, bins }: Axis, rows: readonly BinRow[]): Density {
  const within = new Array<number>(bins).fill(0);
  const beyond = new Array<number>(bins).fill(0);
  let [below, above] = [0, 0];
  for (const row of rows) {
    const n = Number(row.n);
    if (row.bin < 0) below += n;
    else if (row.bin >= bins) above += n;
    else (row.kept ? within : beyond)[row.bin] = n;
  }
  return { from, to: from + step * bins, within, beyond, below, above };
}
