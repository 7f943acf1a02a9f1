import type { Experience } from "../src/language/experience.ts";
import { readExperience } from "../src/language/read.ts";
import type { Store } from "../src/storage/store.ts";
import { load, prepare } from "./agreement/load.ts";

/** A shop in which something is bought, sent back and asked. */
export const SHOP = `kept: 1
name: Shop
currency: EUR
timezone: Europe/Helsinki
events:
  order.placed: { has: { total: number, reason: text }, received: total }
  gift.bought: { has: { price: number }, received: price }
  goods.returned: { has: { back: number }, received: back }
  customer.asked: { has: { would_again: yes-no }, again: would_again }
  page.seen: { has: { reason: text } }
occasions:
  broken: { when: { order.placed: 'event.reason == "broken"', page.seen: 'event.reason == "broken"' }, hopes: It works }
  moving: { when: { order.placed: 'event.reason == "moving"' }, hopes: It comes }
value:
  bought: [order.placed, gift.bought]
`;

export function shop(yaml = SHOP): Experience {
  const { experience, diagnostics } = readExperience(yaml, "experience.yaml");
  if (experience === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return experience;
}

/** Something that happened: who, when (ISO, UTC, or milliseconds), what, and what is known of it. */
export type Happened = readonly [
  customer: string,
  at: string | number,
  name: string,
  properties?: Readonly<Record<string, string | number | boolean>>,
];

/** Makes the ledger hold these events and no others. */
export async function fill(store: Store, experience: Experience, lines: readonly Happened[]): Promise<void> {
  await prepare(store, experience);
  await load(
    store,
    lines.map(([customer, at, name, properties = {}], i) => ({
      id: `e${i}`,
      customer,
      name,
      at: typeof at === "number" ? at : Date.parse(at),
      properties,
    })),
  );
}
