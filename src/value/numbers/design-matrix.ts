/** Rows of numbers in one array, row after row: `values[i * columns + j]`. */
export interface DesignMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix from its rows; all of one length. */
export function matrixOf(rows: readonly (readonly number[])[]): DesignMatrix {
  const columns = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    values.set(row, i * columns);
  });
  return { rows: rows.length, columns, values };
}

/** One row times coefficients. */
export function rowTimes({ values, columns }: DesignMatrix, row: number, coefficients: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0, at = row * columns; j < columns; j++, at++)
    sum += (values[at] as number) * (coefficients[j] as number);
  return sum;
}
