/** Text that is already HTML or SVG. Made by the `html` tag alone, so that whatever comes from the data is escaped. */
export interface Markup {
  readonly kind: "markup";
  readonly text: string;
}

export type Hole = Markup | string | number | null | readonly Hole[];

/** HTML or SVG with holes: a string in a hole is escaped, null is nothing, a list is its parts one after the other. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  let text = strings[0] ?? "";
  holes.forEach((hole, i) => {
    text += print(hole) + (strings[i + 1] ?? "");
  });
  return { kind: "markup", text };
}

export const NOTHING: Markup = { kind: "markup", text: "" };

function print(hole: Hole): string {
  if (hole === null) return "";
  if (typeof hole === "string") return escape(hole);
  if (typeof hole === "number") return printNumber(hole);
  return "text" in hole ? hole.text : hole.map(print).join("");
}

/** Two digits after the point are a hundredth of a pixel, or of a per cent. */
function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a page was to show ${value}`);
  return String(Math.round(value * 100) / 100 + 0);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Signs that no page may hold become a visible gap. */
function escape(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "\ufffd");
}
