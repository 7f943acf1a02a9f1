import type { Happened } from "./happened.ts";

/** A shop that sends what was ordered and answers what is asked; small, and with something of everything. */
export const SHOP = `kept: 1
name: Shop
currency: EUR
timezone: Europe/Helsinki
teams: { board: {}, store: { in: board }, carrier: { in: board, outside: true }, desk: { in: board } }
touchpoints: { checkout: { team: store }, parcel: { team: carrier }, counter: { team: desk } }
events:
  ordered: { at: checkout, has: { channel: text, gift: yes-no, total: number }, received: total }
  packed: { at: checkout }
  sent: { at: parcel }
  asked: {}
  answered: { at: counter }
  rated: { has: { stars: whole, words: text }, felt: { score: stars, from: 1, to: 5, words: words } }
journeys: { order: { follows: order_id, path: [ordered, packed, sent], ends: [sent] } }
occasions: { gift: { when: { ordered: 'event.gift' }, hopes: A happy birthday, if-we-fail: A sad child, stakes: 3 } }
promises:
  sent-soon:
    says: Sent within two hours
    journey: order
    when: ordered
    then: sent
    expected: 2 hours
    target: 1 hours
    goal: 90%
  answered-soon: { says: Answered within an hour, when: asked, then: answered, expected: 1 hour }
`;

export const AS_OF = "2026-03-01T12:00:00.000Z";
const at = (day: number, hour: number): string => new Date(Date.UTC(2026, 1, day, hour)).toISOString();

/** Twenty orders, one a day, of which every fifth is late; twenty questions, of which the last is still open. */
export const HAPPENED: readonly Happened[] = Array.from({ length: 20 }, (_, i): Happened[] => {
  const order_id = `order-${i}`;
  const channel = i % 4 === 3 ? {} : { channel: i % 2 ? "=phone" : "web" };
  return [
    [`c-${i}`, at(i + 1, 8), "ordered", { order_id, gift: i < 6, total: 10 + i, ...channel }],
    [`c-${i}`, at(i + 1, 9), "packed", { order_id }],
    [`c-${i}`, at(i + 1, i % 5 ? 10 : 12), "sent", { order_id }],
    [`c-${i}`, at(i + 1, 13), "rated", { order_id, stars: i % 5 ? 5 : 2, words: `words of ${i}` }],
    [`q-${i}`, i === 19 ? "2026-03-01T11:30:00.000Z" : at(i + 1, 8), "asked"],
    ...(i === 19 ? [] : [[`q-${i}`, at(i + 1, 8), "answered"] as Happened]),
  ];
}).flat();
