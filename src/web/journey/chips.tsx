/** A way as the steps it goes; "×3" for the same step again and again. */
export function Chips({ way, path }: { readonly way: readonly string[]; readonly path: readonly string[] }) {
  return (
    <ul className="chips">
      {runsOf(way).map(({ event, times }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a way do not move.
        <li key={i} className={path.includes(event) ? "meant" : "detour"}>
          {event}
          {times > 1 && ` ×${times}`}
        </li>
      ))}
    </ul>
  );
}

function runsOf(way: readonly string[]): readonly { readonly event: string; readonly times: number }[] {
  const runs: { event: string; times: number }[] = [];
  for (const event of way) {
    const last = runs.at(-1);
    if (last?.event === event) last.times += 1;
    else runs.push({ event, times: 1 });
  }
  return runs;
}
