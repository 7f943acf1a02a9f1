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

export interface Counted extends History {
  readonly customers: number;
}

/** Puts equal histories together. */
export function cellsOf(rows: Iterable<Counted>): Cells {
  const found = new Map<string, { readonly row: Counted; customers: number }>();
  for (const row of rows) {
    const key = `${row.repeats} ${row.latest} ${row.known}`;
    const known = found.get(key);
    if (known) known.customers += row.customers;
    else found.set(key, { row, customers: row.customers });
  }
  const all = [...found.values()].sort(
    (a, b) => a.row.repeats - b.row.repeats || a.row.known - b.row.known || a.row.latest - b.row.latest,
  );
  return {
    repeats: Int32Array.from(all, ({ row }) => row.repeats),
    latest: Float64Array.from(all, ({ row }) => row.latest),
    known: Float64Array.from(all, ({ row }) => row.known),
    customers: Float64Array.from(all, ({ customers }) => customers),
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
