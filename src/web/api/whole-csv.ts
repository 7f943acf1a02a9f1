import { BOM } from "../../report/format/csv.ts";
import { addressOf, problemOf, type Query } from "./call.ts";

const ROWS = 500;
const PAGES = 100;

/** A table of the API as one file, page after page; `whole` is false where it is too long for that. Throws Problem. */
export async function wholeCsv(
  path: string,
  query: Query,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  // What is read as text has lost its mark.
  const parts = [BOM];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const answer = await fetch(addressOf(path, { ...query, format: "csv", limit: ROWS, after }));
    if (!answer.ok) throw await problemOf(answer);
    const text = await answer.text();
    parts.push(page === 0 ? text : text.slice(text.indexOf("\n") + 1));
    after = answer.headers.get("x-next") ?? undefined;
    if (after === undefined) return { text: parts.join(""), whole: true };
  }
  return { text: parts.join(""), whole: false };
}
