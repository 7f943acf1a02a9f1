/** What is asked for again only a while after it was told, or where it failed. */
export interface Known<T> {
  /** Who comes before it is told waits with the others. */
  get(): Promise<T>;
  /** It is not so any more: whoever comes from now on has it asked for anew. */
  forget(): void;
}

/** Asks again after so many ms. */
export function knownFor<T>(ms: number, ask: () => Promise<T>): Known<T> {
  let known: Promise<T> | undefined;
  let until = 0;
  const told = (by: Promise<T>, end: number): void => {
    if (known === by) until = end;
  };
  return {
    get() {
      if (known !== undefined && performance.now() < until) return known;
      until = Number.POSITIVE_INFINITY;
      const asked = ask();
      known = asked;
      asked.then(
        () => told(asked, performance.now() + ms),
        () => told(asked, 0),
      );
      return asked;
    },
    forget() {
      known = undefined;
    },
  };
}
