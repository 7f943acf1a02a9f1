import type { CustomerPromise } from "../language/experience.ts";

/** What is made of the row of each promise, by its name; a promise without a row is not in it. */
export function byPromise<Row extends { readonly promise: string }, T>(
  promises: readonly CustomerPromise[],
  rows: readonly Row[],
  make: (row: Row, promise: CustomerPromise) => T,
): ReadonlyMap<string, T> {
  const byName = new Map(rows.map((row) => [row.promise, row]));
  return new Map(
    promises.flatMap((promise) => {
      const row = byName.get(promise.name);
      return row === undefined ? [] : [[promise.name, make(row, promise)] as const];
    }),
  );
}
