import type { Constraint } from "./constraint.ts";

/** What a constraint demands of one event, or of the two, in the words of the experience file. */
export type Condition = string | undefined;

const property = (of: string, name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? `${of}.${name}` : `${of}[${JSON.stringify(name)}]`;

export const allOf = (...parts: readonly Condition[]): Condition => {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.map((part) => (said.length > 1 ? `(${part})` : part)).join(" && ");
};

/** Of the event at hand, where it activates. */
export function activationOf({ activation }: Constraint): Condition {
  if (activation === null) return undefined;
  const [, name = "", sign = "", value = ""] = /^A\.(\S+) (is|>) (.*)$/.exec(activation) ?? [];
  return sign === "is"
    ? `${property("event", name)} == ${JSON.stringify(value)}`
    : `${property("event", name)} > ${value}`;
}

/** Attributes that are compared as numbers. */
export function numericOf({ activation }: Constraint): readonly string[] {
  const name = /^A\.(\S+) > /.exec(activation ?? "")?.[1];
  return name === undefined ? [] : [name];
}

/** What holds between the event at hand and the asking one. */
export function correlationOf({ correlation }: Constraint): Condition {
  if (correlation === null) return undefined;
  const [word, ...name] = correlation.split(" ");
  const attribute = name.join(" ");
  return `${property("event", attribute)} ${word === "same" ? "==" : "!="} ${property("asked", attribute)}`;
}

/** The opposite of `correlation` and `gap`: also met where one of the two has no such attribute. */
export function unlessMet({ correlation }: Constraint, met: Condition): Condition {
  if (met === undefined) return undefined;
  const attribute = (correlation ?? "").split(" ").slice(1).join(" ");
  const known =
    correlation === null ? [] : [`has(${property("event", attribute)})`, `has(${property("asked", attribute)})`];
  return `!(${[...known, `(${met})`].join(" && ")})`;
}

export interface Window {
  readonly least: number;
  readonly most: number;
}

/** Seconds. */
export function windowOf({ time }: Constraint): Window | undefined {
  if (time === null) return undefined;
  const [least = 0, most = 0] = time.split(",").map(Number);
  return { least, most };
}

/** That the event at hand comes at least so long after (or before) the asking one: said with the log's own times. */
export function gapOf(window: Window | undefined, direction: "after" | "before"): Condition {
  if (window === undefined || window.least === 0) return undefined;
  const between = direction === "after" ? "event.time - asked.time" : "asked.time - event.time";
  return `${between} >= duration("${window.least}s")`;
}
