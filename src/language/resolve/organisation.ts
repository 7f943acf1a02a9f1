import type { Team, Touchpoint } from "../experience.ts";
import { type Context, checkName, entriesOf } from "./context.ts";

/** Who answers: the tree of teams. */
export function resolveTeams(context: Context): readonly Team[] {
  const teams = entriesOf("teams", context.file).map(([name, entry]): Team => {
    if (entry.in !== undefined) checkName("teams", entry.in, { path: ["teams", name, "in"] }, context);
    return { name, in: entry.in, outside: entry.outside ?? false };
  });
  reportCircles(new Map(teams.map((team) => [team.name, team])), context);
  return teams;
}

/** Each circle is reported once, at the first of its teams in the file. */
function reportCircles(teams: ReadonlyMap<string, Team>, context: Context): void {
  const settled = new Set<string>();
  for (const start of teams.keys()) {
    const way: string[] = [];
    let name: string | undefined = start;
    while (name !== undefined && !settled.has(name) && !way.includes(name)) {
      way.push(name);
      name = teams.get(name)?.in;
    }
    if (name !== undefined && way.includes(name)) {
      const circle = way.slice(way.indexOf(name));
      const first = [...teams.keys()].find((team) => circle.includes(team)) ?? name;
      const turned = [...circle.slice(circle.indexOf(first)), ...circle.slice(0, circle.indexOf(first)), first];
      context.report.add("team-circle", { path: ["teams", first, "in"] }, { circle: turned });
    }
    for (const passed of way) settled.add(passed);
  }
}

export function resolveTouchpoints(context: Context): readonly Touchpoint[] {
  return entriesOf("touchpoints", context.file).map(([name, entry]) => {
    if (entry.team !== undefined) checkName("teams", entry.team, { path: ["touchpoints", name, "team"] }, context);
    return { name, team: entry.team };
  });
}
