import type { Random } from "../numbers/random.ts";
import type { Comparison } from "./comparison.ts";

/**
 * Deals the customers into parts of equal size, those with a broken promise and the others apart, so that every part has
 * both. All verdicts of a customer lie in one part. Gives the part of each row.
 */
export function dealFolds({ customers, broken }: Comparison, parts: number, random: Random): Uint8Array {
  const hurt = new Map<number, boolean>();
  customers.forEach((customer, row) => {
    hurt.set(customer, (hurt.get(customer) ?? false) || broken[row] === 1);
  });
  const part = new Map<number, number>();
  for (const side of [true, false]) {
    const own = [...hurt].filter(([, one]) => one === side).map(([customer]) => customer);
    for (const [i, customer] of random.shuffle(own).entries()) part.set(customer, i % parts);
  }
  return Uint8Array.from(customers, (customer) => part.get(customer) ?? 0);
}
