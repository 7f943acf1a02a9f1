import { KeptError } from "../kept-error.ts";

/** What an option says, where it is a whole number from one to another. */
export function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new KeptError("bad-number", `${option} takes a whole number from ${least} to ${most}, not "${value}".`);
  return number;
}
