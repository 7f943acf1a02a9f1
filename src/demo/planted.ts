import { truth } from "./truth.ts";

/** What somebody who looks for it must find in the demo world, as long as there are some thousand customers. */
export interface Planted {
  readonly promise: string;
  /** Kept ÷ judged over the whole year: follows from `truth`, here as it comes out over many seeds. */
  readonly keptRate: number;
  /** How far a world of 4,500 customers may be from it by chance. */
  readonly give: number;
  readonly why: string;
  /** Where the late ones lost their time: the share of them in which each leg used up most of the excess. */
  readonly legs?: readonly PlantedLeg[];
}

export interface PlantedLeg {
  readonly from: string;
  readonly to: string;
  readonly team: string;
  readonly shareOfLate: number;
}

export const planted: readonly Planted[] = [
  {
    promise: "washing-within-a-week",
    keptRate: 0.755,
    give: 0.02,
    why: "Everybody blames the van, but it is the electrician: no weekends, and booked out on Fridays. Half of those with a broken machine, who expect it in four days, are let down.",
    legs: [
      { from: "order.placed", to: "parcel.shipped", team: "stockroom", shareOfLate: 0.13 },
      { from: "parcel.shipped", to: "parcel.delivered", team: "carrier", shareOfLate: 0.24 },
      { from: "parcel.delivered", to: "installation.booked", team: "installations", shareOfLate: 0.08 },
      { from: "installation.booked", to: "installation.completed", team: "electrician", shareOfLate: 0.55 },
    ],
  },
  {
    promise: "arrives-on-the-day",
    keptRate: 0.813,
    give: 0.02,
    why: `The date is computed as if vans were always on time: in Oulu and Lapland, for what leaves on a Friday, and for ${truth.strike.carrier} in its strike of February they are not.`,
  },
  {
    promise: "electrician-when-named",
    keptRate: 0.718,
    give: 0.025,
    why: "A fifth of the visits is late, on Mondays almost a third; moved visits count as broken.",
  },
  {
    promise: "arrives-whole",
    keptRate: 0.978,
    give: 0.007,
    why: "Polar Freight damages 4 in 100, Swift Van 7 in 1,000.",
  },
  {
    promise: "told-before-you-ask",
    keptRate: 0.6,
    give: 0.15,
    why: "One in ten is never told, and three in ten ask themselves.",
  },
  {
    promise: "replaced-within-a-week",
    keptRate: 0.31,
    give: 0.15,
    why: "The new machine may not leave before the broken one is back, and it takes days to fetch it.",
    legs: [
      { from: "claim.opened", to: "broken.collected", team: "carrier", shareOfLate: 0.54 },
      { from: "broken.collected", to: "broken.inspected", team: "stockroom", shareOfLate: 0.28 },
      { from: "broken.inspected", to: "replacement.shipped", team: "stockroom", shareOfLate: 0.12 },
      { from: "replacement.shipped", to: "replacement.delivered", team: "carrier", shareOfLate: 0.06 },
    ],
  },
  { promise: "old-machine-goes", keptRate: 0.93, give: 0.02, why: "Seven in 100 old machines are forgotten." },
  {
    promise: "tested-before-it-leaves",
    keptRate: 0.967,
    give: 0.01,
    why: "On Fridays five times as many leave untested as on other days.",
  },
  {
    promise: "price-as-quoted",
    keptRate: 0.945,
    give: 0.012,
    why: `One technician, ${truth.overcharged.technician}, adds ${truth.overcharged.by} EUR for the way to three in ten of his invoices.`,
  },
  {
    promise: "somebody-asks",
    keptRate: 0.62,
    give: 0.025,
    why: "The call is made by the toss of a coin, and it changes nothing: not the stars, not the purchases.",
  },
  {
    promise: "solved-for-good",
    keptRate: 0.84,
    give: 0.04,
    why: "One ticket in eight is reopened; without that nine in ten would be solved in time.",
  },
  {
    promise: "one-call-is-enough",
    keptRate: 0.72,
    give: 0.05,
    why: "Those who wait for their machine call twice.",
  },
  { promise: "money-back-in-a-week", keptRate: 0.82, give: 0.1, why: "Seven in 100 refunds are forgotten." },
  {
    promise: "detergent-before-it-runs-out",
    keptRate: 0.934,
    give: 0.012,
    why: "Here nothing is wrong but some Sundays.",
  },
];

/** Where people turn, whatever was said: hours after what they were led to expect, and by how many stars. */
export const turning: readonly { readonly promise: string; readonly hours: number; readonly stars: number }[] = [
  {
    promise: "electrician-when-named",
    hours: truth.stars.electricianLateFromHours,
    stars: truth.stars.electricianLate,
  },
  { promise: "washing-within-a-week", hours: 0, stars: truth.stars.letDown },
];

/** What somebody who knows how far an order has got, which days are working days and what was booked can tell days before. */
export const foreseeable: readonly string[] = ["washing-within-a-week", "arrives-on-the-day"];

/** What nobody can foresee: whether the electrician comes by the hour he named hangs on next to nothing that is known before. */
export const unpredictable: readonly string[] = ["electrician-when-named"];
