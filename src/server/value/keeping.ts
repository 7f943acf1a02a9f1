import type { App, Rooms } from "../app.ts";
import { isClosing } from "../closing.ts";
import { briefly } from "../on-error.ts";

/** How often it is looked whether models are old, and how often what is open is asked for, so that it is kept ready. In ms. */
const OFTEN = 30_000;
/** So long after it began to listen: first comes what people and events wait for. In ms. */
const FIRST = 5000;

/** From listening to closing, what gaps cost is known before somebody asks. */
export function valueKeeping(app: App, { value }: Rooms): void {
  let timer: NodeJS.Timeout | undefined;
  let first: NodeJS.Timeout | undefined;
  const tend = (): void => {
    void value.tend().catch((thrown) => {
      if (!isClosing(thrown)) app.log.error(briefly(thrown), "what gaps cost could not be worked out");
    });
    // Until something is judged there is nothing to keep.
    void value.ranking(false).catch(() => {});
    void value.balance(false).catch(() => {});
  };
  app.addHook("onListen", async () => {
    timer = setInterval(tend, OFTEN).unref();
    first = setTimeout(tend, FIRST).unref();
  });
  app.addHook("preClose", async () => {
    clearTimeout(first);
    clearInterval(timer);
  });
}
