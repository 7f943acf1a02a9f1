import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { News } from "../../news/news.ts";
import { listen } from "./listen.ts";
import { renewalOf } from "./renewal.ts";

/** What is asked anew when something of a kind happens; the keys of queries begin with these words. */
const CHANGES: Readonly<Record<News["kind"], readonly string[]>> = {
  judged: ["report", "promise", "journey", "verdicts", "equity", "cases"],
  "promise.broken": ["cases"],
  "promise.righted": ["cases"],
  "experience.published": ["experience", "report", "promise", "journey", "value", "equity"],
  "case.opened": ["cases"],
  "case.changed": ["cases"],
  "case.closed": ["cases"],
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
    const renewal = renewalOf(asking, CALM);
    const hear = (kind: string) =>
      renewal.due(
        changesAfter(kind).map((key) => [key]),
        kind.startsWith("case.") ? SOON : CALM,
      );
    const silence = listen("/api/live", Object.keys(CHANGES), hear, setHears);
    return () => {
      renewal.stop();
      silence();
    };
  }, [asking]);
  return hears;
}

const isKind = (kind: string): kind is News["kind"] => kind in CHANGES;
const changesAfter = (kind: string): readonly string[] =>
  isKind(kind) ? CHANGES[kind] : Object.values(CHANGES).flat();
