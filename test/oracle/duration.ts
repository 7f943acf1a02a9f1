import type { Duration, Experience } from "../../src/language/experience.ts";
import { afterOpenDays, afterOpenTime } from "./calendar.ts";
import { momentOf, onTheWall } from "./zone.ts";

/** The moment that is `duration` after `asked`. */
export function after(experience: Experience, asked: number, duration: Duration): number {
  switch (duration.kind) {
    case "elapsed":
      return asked + duration.ms;
    case "calendar": {
      const { days, months } = duration;
      if (days === 0 && months === 0) return asked;
      return momentOf(onTheWall(asked, experience.timezone).add({ months, days }), experience.timezone);
    }
    case "open-time":
      return afterOpenTime(calendar(experience, duration.calendar), asked, duration.ms);
    case "open-days":
      return afterOpenDays(calendar(experience, duration.calendar), asked, duration.days);
  }
}

function calendar(experience: Experience, name: string) {
  const found = experience.calendars.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no calendar ${name}`);
  return found;
}
