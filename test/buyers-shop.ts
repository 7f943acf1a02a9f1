import type { Experience } from "../src/language/experience.ts";
import { experienceOf } from "./experiences.ts";

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

export const shop = (yaml = SHOP): Experience => experienceOf(yaml);
