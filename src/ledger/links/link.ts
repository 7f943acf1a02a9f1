import { inOrder } from "../../language/in-order.ts";

/** That two ids are one customer: what came as `knownAs` belongs to `customer`. Times are milliseconds since 1970 UTC. */
export interface Link {
  readonly knownAs: string;
  readonly customer: string;
  readonly linked: number;
  /** The write key, or the person, that said so. */
  readonly source: string;
  /** undefined: it holds. */
  readonly undone: number | undefined;
  /** Of the latest that was noted of it. */
  readonly version: bigint;
}

/** As far as a chain of links is followed. Only somebody who makes them for no other purpose makes longer ones. */
export const LONGEST_CHAIN = 50;

/**
 * Who an id is known to be, given all links that lead away from it. Links count in the order of their making: an id
 * keeps its first customer, so that two people at one device do not become one; and a link that would close a circle
 * counts for nothing. So the answer depends on the links that hold alone, not on those that were undone.
 */
export function follow(links: readonly Link[]): (id: string) => string {
  const next = new Map<string, string>();
  const home = (id: string): string => {
    let here = id;
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const further = next.get(here);
      if (further === undefined) return here;
      here = further;
    }
    return here;
  };
  for (const { knownAs, customer } of links.filter(({ undone }) => undone === undefined).sort(earlier)) {
    if (!next.has(knownAs) && home(customer) !== knownAs) next.set(knownAs, customer);
  }
  return home;
}

function earlier(a: Link, b: Link): number {
  return a.linked - b.linked || inOrder(a.knownAs, b.knownAs) || inOrder(a.customer, b.customer);
}
