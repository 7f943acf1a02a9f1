/** A property as the filter in an address says it: "channel:web"; "channel" alone is none. */
export const propertyText = (name: string, value: string | null): string =>
  value === null ? name : `${name}:${value}`;

/** Names of properties have no colon. */
export const nameOfProperty = (text: string): string => text.split(":", 1)[0] ?? text;
export const valueOfProperty = (text: string): string | null =>
  text.includes(":") ? text.slice(text.indexOf(":") + 1) : null;
