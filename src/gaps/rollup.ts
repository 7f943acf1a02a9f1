import type { Experience, Team } from "../language/experience.ts";
import { sumOfCounts } from "./counts.ts";
import type { GapInBrief, Rollup } from "./gap.ts";

/** What each team answers for, itself or through the teams below it: the boardroom sees everything. */
export function rollUpTeams({ teams }: Experience, promises: readonly GapInBrief[]): readonly Rollup[] {
  return teams.map((team) => {
    const below = teamsUnder(team.name, teams);
    const own = promises.filter((promise) => promise.team !== null && below.has(promise.team));
    return rollup(team.name, team.in ?? null, team.outside, own);
  });
}

/** What was promised at each touchpoint. */
export function rollUpTouchpoints(
  { touchpoints, teams }: Experience,
  promises: readonly GapInBrief[],
): readonly Rollup[] {
  return touchpoints.map(({ name, team }) => {
    const outside = teams.find((one) => one.name === team)?.outside ?? false;
    const own = promises.filter((promise) => promise.touchpoint === name);
    return rollup(name, team ?? null, outside, own);
  });
}

const rollup = (name: string, above: string | null, outside: boolean, promises: readonly GapInBrief[]): Rollup => ({
  name,
  in: above,
  outside,
  promises: promises.map((promise) => promise.promise),
  ...sumOfCounts(promises),
});

/** The team and all teams below it. */
export function teamsUnder(name: string, teams: readonly Team[]): ReadonlySet<string> {
  const found = new Set([name]);
  // A set that grows while it is walked is walked to its end.
  for (const above of found) for (const team of teams) if (team.in === above) found.add(team.name);
  return found;
}
