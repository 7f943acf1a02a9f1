import type { Rollup } from "../../gaps/gap.ts";

/** Teams in the order of their tree, each with its depth; one whose upper team is not listed stands at the top. */
export function treeOf(teams: readonly Rollup[]): { readonly team: Rollup; readonly depth: number }[] {
  const names = new Set(teams.map((team) => team.name));
  const placed = new Set<Rollup>();
  const lines: { team: Rollup; depth: number }[] = [];
  const place = (team: Rollup, depth: number) => {
    if (placed.has(team)) return;
    placed.add(team);
    lines.push({ team, depth });
    for (const below of teams) if (below.in === team.name) place(below, depth + 1);
  };
  for (const team of teams) if (team.in === null || !names.has(team.in)) place(team, 0);
  // Teams that stand above each other in a circle have no top.
  for (const team of teams) place(team, 0);
  return lines;
}
