import { refusal } from "./estimate.ts";

/** Of what the experience file does not speak, nothing can be known. */
export const NOBODY_ASKED = refusal(
  "No event of the experience file says what customers felt.",
  "An event with a score: felt: { score: stars, from: 1, to: 5 }.",
);
export const NOTHING_BOUGHT = refusal(
  "The experience file names no event by which customers buy.",
  "An event with the amount that a purchase brings (received: total), or value: { bought: … }.",
);
