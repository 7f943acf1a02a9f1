import type { Experience } from "../src/language/experience.ts";
import { syncColumns } from "../src/ledger/columns.ts";
import type { Store } from "../src/storage/store.ts";
import { load } from "./agreement/load.ts";

export const HOUR = 3_600_000;
export const START = Date.UTC(2026, 0, 5);

/** One line of a story: hours since START, the event, and the order it belongs to. */
export type Line = readonly [at: number, name: string, order?: string];

/** Makes the ledger hold these stories by customer, with ids in the order in which they are told. */
export async function tell(
  store: Store,
  experience: Experience,
  stories: Readonly<Record<string, readonly Line[]>>,
): Promise<void> {
  await syncColumns(store, experience);
  const events = Object.entries(stories).flatMap(([customer, lines]) =>
    lines.map(([at, name, order], i) => ({
      id: `${customer}-${i}`,
      customer,
      name,
      at: START + at * HOUR,
      properties: order === undefined ? {} : { order },
    })),
  );
  await load(store, events);
}
