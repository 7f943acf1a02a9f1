import { KeptError } from "../../kept-error.ts";

/** Once more where the engine was lost and another one has taken its place: for work that may be done twice. */
export async function withPatience<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof KeptError) || thrown.code !== "engine-gone") throw thrown;
    return work();
  }
}
