/** What is told where something may have been missed. */
export const MISSED = "missed";
/** Where the server refused to go on, it is asked again after so many ms. */
const AGAIN = 10_000;

/**
 * Hears news of some kinds as long as the page is seen: a browser has six connections to a server for all its pages
 * together. Says `missed` when the page is seen again. Returns what ends it.
 */
export function listen(
  address: string,
  kinds: readonly string[],
  hear: (kind: string) => void,
  onState: (hears: boolean) => void = () => {},
): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    const opened = new EventSource(address);
    for (const kind of [...kinds, MISSED]) opened.addEventListener(kind, () => hear(kind));
    opened.onopen = () => onState(true);
    opened.onerror = () => {
      onState(false);
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(anew, AGAIN);
    };
    source = opened;
  };
  const close = () => {
    clearTimeout(again);
    source?.close();
    source = undefined;
  };
  const anew = () => {
    close();
    open();
    hear(MISSED);
  };
  const look = () => (document.hidden ? close() : anew());
  if (!document.hidden) open();
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    close();
  };
}
