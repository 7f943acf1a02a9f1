/** What was foreseen of some customers, and what happened. Columns of equal length; `customers` are as many as share a row. */
export interface Foreseen {
  readonly foreseen: Float64Array;
  readonly happened: Float64Array;
  readonly customers: Float64Array;
}

/**
 * The chance that of two, one who did and one who did not, the one who did was given the higher chance; equal
 * chances count half (Hanley and McNeil 1982). Null where all did or none.
 */
export function aucOf({ foreseen, happened, customers }: Foreseen): number | null {
  const order = Array.from(foreseen.keys()).sort((a, b) => (foreseen[a] ?? 0) - (foreseen[b] ?? 0));
  let [below, won, did, didNot] = [0, 0, 0, 0];
  for (let start = 0; start < order.length; ) {
    const level = foreseen[order[start] ?? 0];
    let [yes, no] = [0, 0];
    let end = start;
    for (; end < order.length && foreseen[order[end] ?? 0] === level; end++) {
      const i = order[end] ?? 0;
      yes += (happened[i] ?? 0) * (customers[i] ?? 0);
      no += (1 - (happened[i] ?? 0)) * (customers[i] ?? 0);
    }
    won += yes * (below + no / 2);
    below += no;
    did += yes;
    didNot += no;
    start = end;
  }
  return did === 0 || didNot === 0 ? null : won / (did * didNot);
}
