import { runsOf } from "../../report/words/journey.ts";

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
