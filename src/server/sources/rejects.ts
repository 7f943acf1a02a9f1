import { createReadStream, existsSync } from "node:fs";
import { z } from "zod";
import { linesIn } from "../../storage/lines.ts";

/** A row that could be no event. */
export const REJECT = z
  .strictObject({
    place: z.int().nullable().meta({ description: "The line or record in the file, from 1" }),
    reason: z.string(),
    row: z.string().meta({ description: "As it came, as JSON" }),
  })
  .meta({ id: "RejectedRow" });
export type Reject = z.output<typeof REJECT>;

const LINE = z.looseObject({
  line: z.int().optional(),
  record: z.int().optional(),
  event: z.int().optional(),
  reason: z.string(),
});

/** The first rejected rows of an import, as the import wrote them; undefined when they are no longer there. */
export async function readRejects(file: string, most: number): Promise<readonly Reject[] | undefined> {
  if (!existsSync(file)) return undefined;
  const found: Reject[] = [];
  for await (const line of linesIn(createReadStream(file))) {
    found.push(rejectOf(line));
    if (found.length >= most) break;
  }
  return found;
}

/** The row's own JSON is cut out of the line: read and written again, its long numbers would lose digits. */
function rejectOf(text: string): Reject {
  const { line, record, event, reason } = LINE.parse(JSON.parse(text));
  const from = text.indexOf(`,"reason":${JSON.stringify(reason)},"row":`);
  const row = text.slice(text.indexOf('"row":', from) + 6, -1);
  return { place: line ?? record ?? event ?? null, reason, row };
}
