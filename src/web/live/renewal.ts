import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Has what is on the page asked anew, once for all the news of a while. */
export interface Renewal {
  /** Asks anew what begins with these keys, in at most so many ms. */
  due(keys: readonly QueryKey[], wait: number): void;
  stop(): void;
}

/** What is still being asked for is looked at again after `calm` ms: an answer that takes long would never come otherwise. */
export function renewalOf(asking: QueryClient, calm: number): Renewal {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at = Number.POSITIVE_INFINITY;
  const look = () => {
    at = Number.POSITIVE_INFINITY;
    for (const [name, queryKey] of waiting) {
      if (asking.isFetching({ queryKey }) > 0) continue;
      waiting.delete(name);
      void asking.invalidateQueries({ queryKey });
    }
    if (waiting.size > 0) lookIn(calm);
  };
  const lookIn = (wait: number) => {
    if (performance.now() + wait >= at) return;
    clearTimeout(timer);
    at = performance.now() + wait;
    timer = setTimeout(look, wait);
  };
  return {
    due(keys, wait) {
      for (const key of keys) waiting.set(JSON.stringify(key), key);
      lookIn(wait);
    },
    stop: () => clearTimeout(timer),
  };
}
