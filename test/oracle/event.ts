export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** One event as it stands in the ledger. `at` is milliseconds since 1970 UTC; `key` is the engine's 64-bit hash of the id. */
export interface LedgerEvent {
  readonly customer: string;
  readonly name: string;
  readonly at: number;
  readonly id: string;
  readonly key: bigint;
  readonly properties: Readonly<Record<string, Json>>;
}

const byKey = (one: LedgerEvent, other: LedgerEvent): number =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : 0;

export const inOrder = (events: readonly LedgerEvent[]): readonly LedgerEvent[] =>
  events.toSorted((one, other) => one.at - other.at || byKey(one, other));

/** The earliest; of equal times, the one with the smallest key. */
export const firstOf = (events: readonly LedgerEvent[]): LedgerEvent | undefined => inOrder(events)[0];

/** The latest; of equal times, again the one with the smallest key. */
export const latestOf = (events: readonly LedgerEvent[]): LedgerEvent | undefined =>
  events.toSorted((one, other) => other.at - one.at || byKey(one, other))[0];
