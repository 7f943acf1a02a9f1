/** Asks again only so many ms after it was told, or where it failed; who comes before it is told waits with the others. */
export function knownFor<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (known !== undefined && performance.now() < until) return known;
    until = Number.POSITIVE_INFINITY;
    known = ask();
    known.then(
      () => {
        until = performance.now() + ms;
      },
      () => {
        until = 0;
      },
    );
    return known;
  };
}
