import type { Markup } from "../../report/markup.ts";

/** A picture as the report draws it. Markup is made by its `html` tag alone, which escapes whatever comes from data. */
export function Picture({ of }: { readonly of: Markup }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: Markup is escaped where it is made.
  return <div className="picture" dangerouslySetInnerHTML={{ __html: of.text }} />;
}
