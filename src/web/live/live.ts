import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { News } from "../../news/news.ts";

/** What is asked anew when something of a kind happens; the keys of queries begin with these words. */
const CHANGES: Readonly<Record<News["kind"], readonly string[]>> = {
  judged: ["report", "promise", "journey", "verdicts", "value", "deficits", "cases"],
  "promise.broken": ["deficits", "cases"],
  "promise.righted": ["deficits", "cases"],
  "experience.published": ["experience", "report", "promise", "journey", "value"],
  "case.opened": ["cases", "deficits"],
  "case.changed": ["cases", "deficits"],
  "case.closed": ["cases", "deficits"],
};
/** Judging ends each second; figures on a page that change oftener than this would only be restless. In ms. */
const CALM = 5000;
/** What a colleague did is waited for by people. In ms. */
const SOON = 200;

/** Hears what happens on the server and has what is on the page asked anew, quietly; tells whether it hears. */
export function useLive(): boolean {
  const asking = useQueryClient();
  const [hears, setHears] = useState(true);
  useEffect(() => {
    const source = new EventSource("/api/live");
    const due = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at = Number.POSITIVE_INFINITY;
    const look = () => {
      at = Number.POSITIVE_INFINITY;
      for (const key of due) void asking.invalidateQueries({ queryKey: [key] });
      due.clear();
    };
    const hear = (keys: readonly string[], wait: number) => {
      for (const key of keys) due.add(key);
      if (performance.now() + wait >= at) return;
      clearTimeout(timer);
      at = performance.now() + wait;
      timer = setTimeout(look, wait);
    };
    for (const [kind, keys] of Object.entries(CHANGES))
      source.addEventListener(kind, () => hear(keys, kind.startsWith("case.") ? SOON : CALM));
    source.addEventListener("missed", () => hear(Object.values(CHANGES).flat(), CALM));
    source.onopen = () => setHears(true);
    source.onerror = () => setHears(false);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [asking]);
  return hears;
}
