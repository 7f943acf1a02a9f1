/** Side by side where there is little to do; else one after the other: each may need much of the engine's memory. */
export function inTurn(sideBySide: boolean) {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = sideBySide ? work() : last.then(work);
    last = done.catch(() => {});
    return done;
  };
}
