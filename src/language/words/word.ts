/** What can be said, its code, and what about it stands in the docs. */
export interface Word {
  readonly id: string;
  readonly severity: "fault" | "warning";
  readonly about: string;
  readonly say: (facts: never) => string;
}

export type Named = { readonly name: string };
export type Worded = { readonly words: string };
export type Typed = { readonly type: string };
export type None = Readonly<Record<never, never>>;

export const fault = <F>(id: string, about: string, say: (facts: F) => string) =>
  ({ id, severity: "fault", about, say }) as const;
export const warning = <F>(id: string, about: string, say: (facts: F) => string) =>
  ({ id, severity: "warning", about, say }) as const;
export const unknown = (id: string, noun: string) =>
  fault<Named & { readonly known: readonly string[] }>(
    id,
    `A ${noun} is named that the file does not have.`,
    (f) =>
      `There is no ${noun} "${f.name}".${f.known.length > 0 ? ` The nearest known: ${f.known.slice(0, 3).join(", ")}.` : ""}`,
  );
export const q = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
