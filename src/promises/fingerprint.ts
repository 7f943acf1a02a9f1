import { createHash } from "node:crypto";
import type { Experience } from "../language/experience.ts";

/** To be raised with every change of how verdicts are stored: whatever was judged before is judged anew. */
const STORING = 4;

/** Two experiences with the same fingerprint give the same verdicts: words, owners and goals have no part in it. */
export function fingerprint({ timezone, calendars, events, journeys, occasions, promises }: Experience): string {
  const deciding = {
    storing: STORING,
    timezone,
    calendars,
    events: events.map(({ name, has, felt }) => ({ name, has, felt })),
    journeys: journeys.map(({ name, follows, ends }) => ({ name, follows, ends })),
    occasions: occasions.map(({ name, when }) => ({ name, when })),
    promises: promises.map(
      ({
        says: _says,
        made: _made,
        goal: _goal,
        agreed: _agreed,
        worth: _worth,
        touchpoint: _at,
        team: _team,
        ...rest
      }) => rest,
    ),
  };
  return createHash("sha256").update(JSON.stringify(deciding)).digest("hex");
}
