interface Named {
  readonly name: string;
  readonly in: string | null;
}

/** Teams in the order of their tree, each with its depth; one whose upper team is not listed stands at the top. */
export function treeOf<T extends Named>(teams: readonly T[]): { readonly team: T; readonly depth: number }[] {
  const names = new Set(teams.map((team) => team.name));
  const placed = new Set<T>();
  const lines: { team: T; depth: number }[] = [];
  const place = (team: T, depth: number) => {
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
