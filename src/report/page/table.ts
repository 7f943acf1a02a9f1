import { type Hole, html, type Markup } from "../markup.ts";

export interface Column {
  readonly head: string;
  /** A slim picture only repeats a number beside it and is left out where room is short. */
  readonly kind: "words" | "number" | "picture" | "picture slim";
}

export const words = (head: string): Column => ({ head, kind: "words" });
export const number = (head: string): Column => ({ head, kind: "number" });
export const drawn = (head: string): Column => ({ head, kind: "picture slim" });

/** A table with its name; the first cell of a row is its head. Wide tables scroll in their own box. */
export function dataTable(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Hole[])[],
  note: string | null = null,
): Markup {
  const heads = columns.map((column) => html`<th scope="col" class="${column.kind}">${headOf(column)}</th>`);
  const lines = rows.map(
    (cells) => html`<tr>${cells.map((cell, i) => cellOf(cell, columns[i]?.kind ?? "words", i))}</tr>`,
  );
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table class="data">${captionOf(name, note)}<thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

/** A drawing beside its number needs no head for the eye. */
function headOf({ head, kind }: Column): Hole {
  return kind === "picture slim" ? html`<span class="unseen">${head}</span>` : head;
}

/** The heading above names the table to the eye already; its caption names it to everybody. */
function captionOf(name: string, note: string | null): Markup {
  if (note === null) return html`<caption class="unseen">${name}</caption>`;
  return html`<caption><span class="unseen">${name}. </span>${note}</caption>`;
}

function cellOf(cell: Hole, kind: Column["kind"], i: number): Markup {
  return i === 0
    ? html`<th scope="row" class="${kind}" dir="auto">${cell}</th>`
    : html`<td class="${kind}">${cell}</td>`;
}

/** Something to open; what it holds is always in the page, and open on paper. */
export function disclosure(summary: string, content: Hole): Markup {
  return html`<details><summary>${summary}</summary>${content}</details>`;
}

/** A bar in a cell; the number stands beside it. */
export function bar(share: number, className: string): Markup {
  return html`<span class="bar bar-${className}" aria-hidden="true"><span style="width:${Math.min(100, Math.max(0, share * 100))}%"></span></span>`;
}
