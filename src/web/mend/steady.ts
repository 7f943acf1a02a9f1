import { useState } from "react";
import type { MendRow } from "./query.ts";

export interface Steady {
  /** In the order in which they were first shown; who left the list meanwhile still stands in their place. */
  readonly rows: readonly MendRow[];
  readonly left: ReadonlySet<string>;
  /** How many have come since. */
  readonly fresh: number;
  /** Shows the list as it is now. */
  readonly renew: () => void;
}

/** One list, which does not jump: what is new of its rows shows at once, who comes or goes waits until it is asked for. */
export function useSteady(now: readonly MendRow[], pages: number): Steady {
  const [kept, keep] = useState({ pages, rows: now });
  // Who left is shown as they were last.
  const [last] = useState(() => new Map<string, MendRow>());
  const there = new Set(now.map(({ id }) => id));
  for (const row of now) last.set(row.id, row);
  const renew = () => keep({ pages, rows: now });
  const known = new Set(kept.rows.map(({ id }) => id));
  if (kept.rows.length === 0 && now.length > 0) renew();
  // More of the list was asked for.
  else if (kept.pages !== pages) keep({ pages, rows: [...kept.rows, ...now.filter(({ id }) => !known.has(id))] });
  return {
    rows: kept.rows.map((row) => last.get(row.id) ?? row),
    left: new Set([...known].filter((id) => !there.has(id))),
    fresh: now.filter(({ id }) => !known.has(id)).length,
    renew,
  };
}
