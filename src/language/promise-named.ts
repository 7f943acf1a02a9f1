import { KeptError } from "../kept-error.ts";
import type { CustomerPromise, Experience } from "./experience.ts";
import { byNearness } from "./nearest-name.ts";

/** The promise of that name. Throws KeptError "unknown-promise", which says the nearest names. */
export function promiseNamed({ promises }: Pick<Experience, "promises">, name: string): CustomerPromise {
  const found = promises.find((promise) => promise.name === name);
  if (found !== undefined) return found;
  const names = promises.map((promise) => promise.name);
  const near = byNearness(name, names).slice(0, 3).join(", ");
  const words = `There is no promise "${name}" in the experience file; the nearest are ${near}.`;
  throw new KeptError("unknown-promise", words, { status: 404 });
}
