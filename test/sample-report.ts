import type { Report } from "../src/gaps/gap.ts";
import { SAMPLE_PROMISES } from "./sample-promises.ts";
import { SAMPLE_JOURNEYS, SAMPLE_TEAMS, SAMPLE_TOUCHPOINTS } from "./sample-rollups.ts";

/** A year of a laundry-machine retailer, by hand. */
export const SAMPLE: Report = {
  experience: "Laundry Direct",
  currency: "EUR",
  timezone: "Europe/Helsinki",
  as_of: "2025-12-31T22:00:00Z",
  events: 84_312,
  customers: 10_906,
  first_event: "2024-12-31T22:14:00Z",
  last_event: "2025-12-31T20:51:12Z",
  promises: SAMPLE_PROMISES,
  by_team: SAMPLE_TEAMS,
  by_touchpoint: SAMPLE_TOUCHPOINTS,
  journeys: SAMPLE_JOURNEYS,
  unknown_events: [
    { name: "newsletter.opened", count: 4211 },
    { name: "cart.abandoned", count: 930 },
  ],
};
