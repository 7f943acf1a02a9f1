import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { momentOf } from "../oracle/zone.ts";

/** A few days in a time zone on which clocks, months or holidays turn. */
export interface Season {
  readonly timezone: string;
  /** The local day in the midst of it, `YYYY-MM-DD`. */
  readonly day: string;
  /** Country or region whose holidays lie near. */
  readonly holidays: string;
}

const SEASONS: readonly Season[] = [
  { timezone: "Europe/Helsinki", day: "2024-03-30", holidays: "FI" },
  { timezone: "Europe/Helsinki", day: "2024-10-26", holidays: "FI" },
  { timezone: "Europe/Helsinki", day: "2023-12-30", holidays: "FI" },
  { timezone: "America/Sao_Paulo", day: "2018-11-03", holidays: "BR" },
  { timezone: "America/Sao_Paulo", day: "2019-02-16", holidays: "BR" },
  { timezone: "Australia/Lord_Howe", day: "2024-04-06", holidays: "AU-NSW" },
  { timezone: "Australia/Lord_Howe", day: "2024-10-05", holidays: "AU-NSW" },
  { timezone: "America/New_York", day: "2024-03-09", holidays: "US" },
  // Two hours are skipped here, and there a holiday lasts several days.
  { timezone: "Antarctica/Troll", day: "2024-03-30", holidays: "NO" },
  { timezone: "Asia/Yerevan", day: "2023-12-31", holidays: "AM" },
  { timezone: "UTC", day: "2024-02-28", holidays: "DE-BY" },
  { timezone: "UTC", day: "2024-01-31", holidays: "DE-BY" },
];

export const season: fc.Arbitrary<Season> = fc.constantFrom(...SEASONS);

const MINUTES = [0, 30, 90, 105, 135, 180, 210, 225, 240, 480, 720, 765, 1020, 1080, 1410];

/** A moment of a season: round times of day from two days before to two days after, and a millisecond beside them. */
export const momentIn = ({ timezone, day }: Season): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.constantFrom(0, -1, 1, -2, 2),
      fc.constantFrom(...MINUTES),
      fc.constantFrom(0, 0, 0, 1, -1),
      fc.constantFrom(0, 0, 0, 3_600_000, 1_800_000),
    )
    .map(([days, minutes, aside, again]) => {
      const wall = Temporal.PlainDate.from(day)
        .add({ days })
        .toPlainDateTime({
          hour: Math.floor(minutes / 60),
          minute: minutes % 60,
        });
      return momentOf(wall, timezone) + aside + again;
    });

export const dayIn = ({ day }: Season): fc.Arbitrary<string> =>
  fc.integer({ min: -2, max: 4 }).map((days) => Temporal.PlainDate.from(day).add({ days }).toString());
