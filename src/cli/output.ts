import { writeSync } from "node:fs";
import { SingleBar } from "cli-progress";
import pc from "picocolors";

/** Colour only on a terminal, and never with NO_COLOR. */
export const colored = (): boolean => pc.isColorSupported && process.stdout.isTTY === true;

export const widthOfTerminal = (): number => process.stdout.columns ?? 100;

/** Written before the program goes on, whole, also into a pipe that is full. */
function write(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(file, bytes, done);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    }
  }
}

/** What was asked for. */
export const say = (text: string): void => write(1, text);
/** What happens meanwhile, and what is wrong. */
export const tell = (text: string): void => write(2, text);

/** A bar on a terminal for work that takes more than a second; nothing where the output is piped. */
export async function withProgress<T>(
  words: string,
  work: (progress: (done: number, total: number | undefined) => void) => Promise<T>,
): Promise<T> {
  if (process.stderr.isTTY !== true) return work(() => {});
  const begun = performance.now();
  const bar = new SingleBar({
    format: `${words} {bar} {percentage} % · {value} of {total}`,
    barCompleteChar: "━",
    barIncompleteChar: "─",
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let started = false;
  try {
    return await work((done, total) => {
      if (performance.now() - begun < 1000) return;
      if (!started) bar.start(total ?? done, done);
      started = true;
      bar.setTotal(Math.max(total ?? done, done));
      bar.update(done);
    });
  } finally {
    if (started) bar.stop();
  }
}
