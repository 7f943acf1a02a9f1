/**
 * What is true in the demo world. The generator reads its numbers here and nowhere else, so a test (or a reader) can
 * ask the engine for them back. Shares are 0…1, weights are relative, times are in the unit that the name says.
 */
export const truth = {
  firstDay: "2025-11-01",
  lastDay: "2026-10-31",
  timezone: "Europe/Helsinki",

  /** When people buy: by month from November, by weekday from Saturday, by hour from midnight. */
  season: [1.25, 1, 0.95, 0.85, 0.9, 0.9, 1, 1, 0.85, 1.25, 1.2, 1],
  blackWeek: { monday: "2025-11-24", weight: 2.2 },
  weekdays: [12, 18, 17, 15, 14, 13, 11],
  hours: [2, 1, 0.5, 0.3, 0.3, 0.5, 1.5, 3, 4, 5, 5.5, 5.5, 5, 5, 4.5, 4.5, 5, 5.5, 6.5, 8, 9, 8, 5.5, 3.5],

  /** `order.placed.reason`; "" is a missing one. */
  reasons: { broken: 0.38, moving: 0.26, upgrade: 0.23, gift: 0.09, "": 0.04 },
  /** Calendar days in which each expects to be washing. */
  expectedDays: { broken: 4, moving: 7, upgrade: 7, gift: 10, "": 7 },
  machines: { "WM-100": 0.45, "WM-200": 0.35, "WM-300": 0.2 },
  prices: { "WM-100": 549, "WM-200": 749, "WM-300": 999 },

  /** `polar`: share that Polar Freight carries, the rest is Swift Van's. `extraDay`: chance that the van needs longer. */
  regions: {
    Helsinki: { weight: 0.36, polar: 0.3, transitDays: 1, extraDay: 0.07 },
    Tampere: { weight: 0.22, polar: 0.3, transitDays: 1, extraDay: 0.09 },
    Turku: { weight: 0.18, polar: 0.35, transitDays: 1, extraDay: 0.1 },
    Oulu: { weight: 0.15, polar: 0.8, transitDays: 1, extraDay: 0.3 },
    Lapland: { weight: 0.09, polar: 1, transitDays: 2, extraDay: 0.4 },
  },
  /** What leaves on a Friday needs longer more often, everywhere. */
  extraDayFriday: 0.12,
  extraDays: [0.6, 0.3, 0.1],
  damaged: { "Polar Freight": 0.04, "Swift Van": 0.007 },
  strike: { carrier: "Polar Freight", from: "2026-02-09", to: "2026-02-20", extraDays: [0.3, 0.4, 0.3], least: 3 },

  stockroom: {
    sameDayBefore: 13,
    outOfStock: 0.03,
    outOfStockBlackWeek: 0.12,
    outOfStockDays: [0.4, 0.3, 0.3],
    least: 2,
  },
  untested: { friday: 0.08, other: 0.015 },
  testedTooLate: 0.008,

  cancelled: { early: 0.02, waiting: 0.15, waitingFromDay: 6, lost: 0.65, damaged: 0.12 },
  lost: 0.006,
  refundOfficeDays: { "1": 0.2, "2": 0.3, "3": 0.2, "4": 0.13, "6": 0.05, "8": 0.05, never: 0.07 },
  withoutPromisedDate: 0.04,

  takesOld: { broken: 0.85, moving: 0.1, upgrade: 0.7, gift: 0.6, "": 0.3 },
  takesOldUnknown: 0.05,
  oldMachine: { withTheVan: 0.88, later: 0.05 },

  told: { never: 0.1, medianOfficeHours: 2, sigma: 0.9, asks: 0.3 },
  /** A damaged machine: collected, then inspected, and only then does the new one leave. In office days after the step before. */
  replacement: {
    claimOfficeHours: 8,
    collected: { "1": 0.3, "2": 0.35, "3": 0.2, "5": 0.15 },
    inspected: { "1": 0.6, "2": 0.3, "3": 0.1 },
    leavesSameDay: 0.4,
  },

  electrician: {
    technicians: {
      "A. Virtanen": 0.2,
      "K. Niemi": 0.2,
      "M. Laine": 0.15,
      "O. Salo": 0.2,
      "P. Korhonen": 0.15,
      "S. Heikkinen": 0.1,
    },
    bookedOutFriday: 0.6,
    bookedOutOther: 0.1,
    bookedOutJuly: 0.4,
    hereBy: { "10": 0.35, "12": 0.35, "14": 0.3 },
    moved: 0.05,
    lateMonday: 0.3,
    lateOther: 0.2,
    /** Hours after the named one: `longest` × uniform^`shape`. */
    longest: 7,
    shape: 1.5,
    nextMorning: 0.015,
    fitsItHimself: 0.008,
  },

  quotes: { missing: 0.015, second: 0.12, bargain: 20, extra: 40 },
  overcharged: { technician: "M. Laine", chance: 0.3, by: 35, otherwise: 0.01, otherwiseBy: 9.9 },

  /** Mean stars: `usual` plus what happened to the customer; whole stars are drawn so that the mean is exact until it is clipped at 1. */
  stars: {
    usual: 4.35,
    letDown: -0.9,
    electricianLate: -1.2,
    electricianLateFromHours: 4,
    replacementNeeded: -0.6,
    brokenMachine: -0.2,
    grumble: { share: 0.1, by: -1.35, otherwise: 0.15 },
    spread: 0.5,
  },
  /** Who writes a review, and who of the let down writes it while still waiting: before the thing was there to be judged. */
  reviews: { kept: 0.32, letDown: 0.45, replacement: 0.6, whileWaiting: 0.25, wordless: 0.45 },

  /** Who answers "would you buy again?" in a review with yes: those who are pleased. Whether they do is another matter. */
  saysAgain: { answers: 0.8, fourStarsOrMore: 0.94, fewer: 0.45 },

  contacts: {
    whereIsIt: 0.4,
    howTo: 0.08,
    again: 0.22,
    againWhenLetDown: 0.4,
    medianOfficeHours: 5,
    sigma: 0.8,
    unsolved: 0.03,
    reopened: 0.12,
    solvedAgain: 0.85,
  },

  /** The call that everybody believes in, made to a customer by the toss of a coin, changes nothing at all. */
  careCall: { share: 0.62, effectOnStars: 0, effectOnPurchases: 1 },

  /**
   * Detergent and the like: BG/NBD. Each customer buys at a rate of their own, gamma distributed, times the factors of
   * their occasion and of having been let down; after each purchase they may go for good, with a beta distributed chance.
   * `broken` is 1.6: those who are let down most buy most, so the naive comparison hides the harm. Rates are a pure gamma
   * within one occasion among the kept. What each customer would have done in either case stands in `demo_orders`.
   */
  purchases: {
    fromDay: 14,
    shape: 1.3,
    meanDaysBetween: 50,
    leaves: { a: 1, b: 5 },
    occasions: { broken: 1.6, moving: 1, upgrade: 1, gift: 0.35, "": 1 },
    letDown: 0.55,
    most: 40,
    items: { detergent: 0.6, softener: 0.22, "drum cleaner": 0.1, "hose filter": 0.08 },
    /** Gamma-Gamma: a spend has shape p and a rate of the customer's own, which has shape q and rate gamma. Mean p × gamma ÷ (q − 1). */
    spend: { p: 6, q: 4, gamma: 15 },
    /** Days until it is there, before Sundays and holidays are skipped. */
    delivery: { "1": 0.7, "2": 0.245, "3": 0.025, "4": 0.015, "6": 0.01, never: 0.005 },
  },
  secondMachine: { kept: 0.06, letDown: 0.02, fromDay: 45, toDay: 200 },
} as const;
