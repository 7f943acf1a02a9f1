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

/** A list that does not jump: what is new of its rows shows at once, who comes or goes waits until it is asked for. */
export function useSteady(key: string, now: readonly MendRow[], pages: number): Steady {
  const [kept, keep] = useState({ key, pages, rows: now });
  // Who left is shown as they were last.
  const [last] = useState(() => new Map<string, MendRow>());
  const there = new Set(now.map(({ id }) => id));
  for (const row of now) last.set(row.id, row);
  const renew = () => keep({ key, pages, rows: now });
  const known = new Set(kept.rows.map(({ id }) => id));
  // Another list, or more of it, was asked for.
  if (kept.key !== key || (kept.rows.length === 0 && now.length > 0)) renew();
  else if (kept.pages !== pages) keep({ key, pages, rows: [...kept.rows, ...now.filter(({ id }) => !known.has(id))] });
  return {
    rows: kept.rows.map((row) => last.get(row.id) ?? row),
    left: new Set([...known].filter((id) => !there.has(id))),
    fresh: now.filter(({ id }) => !known.has(id)).length,
    renew,
  };
}
