/** A customer's purchases, in weeks since their first: how many came after it, when the latest was, and how long they are known. */
export interface History {
  readonly repeats: number;
  /** Weeks from the first purchase to the latest; 0 where there was no other. */
  readonly latest: number;
  /** Weeks from the first purchase to the moment of looking. */
  readonly known: number;
}

/** Customers with the same history together: everything that the models need to know of them. Columns of equal length. */
export interface Cells {
  readonly repeats: Int32Array;
  readonly latest: Float64Array;
  readonly known: Float64Array;
  readonly customers: Float64Array;
}

/** So many customers with the same history, in days. */
export interface Counted {
  readonly repeats: number;
  readonly latest: number;
  readonly known: number;
  readonly customers: number;
}

/** Days for which there is room in a key. */
const DAYS = 65_536;

/** Puts equal histories together, and turns days into weeks. */
export function cellsOf(rows: Iterable<Counted>): Cells {
  const found = new Map<number, number>();
  for (const { repeats, latest, known, customers } of rows) {
    const key = (repeats * DAYS + known) * DAYS + latest;
    found.set(key, (found.get(key) ?? 0) + customers);
  }
  const keys = Float64Array.from(found.keys()).sort();
  return {
    repeats: Int32Array.from(keys, (key) => Math.floor(key / DAYS / DAYS)),
    latest: Float64Array.from(keys, (key) => (key % DAYS) / 7),
    known: Float64Array.from(keys, (key) => (Math.floor(key / DAYS) % DAYS) / 7),
    customers: Float64Array.from(keys, (key) => found.get(key) ?? 0),
  };
}

/** Every so manieth cell, so that about `most` are left: enough to find where to look closely. */
export function thinned(cells: Cells, most: number): Cells {
  const step = Math.ceil(cells.repeats.length / most);
  if (step <= 1) return cells;
  const places = Array.from({ length: Math.floor(cells.repeats.length / step) }, (_, i) => i * step + (i % step));
  return {
    repeats: Int32Array.from(places, (i) => cells.repeats[i] ?? 0),
    latest: Float64Array.from(places, (i) => cells.latest[i] ?? 0),
    known: Float64Array.from(places, (i) => cells.known[i] ?? 0),
    customers: Float64Array.from(places, (i) => cells.customers[i] ?? 0),
  };
}

export const total = (column: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i] ?? 0;
  return sum;
};
