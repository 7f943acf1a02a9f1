import { html, type Markup } from "../markup.ts";

/** Who answers; a subcontractor is always named as one. */
export function teamName(team: string | null, outside: boolean): Markup {
  if (team === null) return html`<span class="nobody">nobody named</span>`;
  return html`<span class="team">${team}</span>${outside ? html`&nbsp;<span class="outside">outside</span>` : null}`;
}

/** The customer's words, set off as a quotation. */
export function customerWords(says: string): Markup {
  return html`<q class="says" dir="auto">${says}</q>`;
}

/** The name of an event; a narrow column may break it after a dot. */
export function eventName(name: string): Markup {
  return html`${name.split(/(?<=[.:_/])/).map((part) => html`${part}<wbr>`)}`;
}
