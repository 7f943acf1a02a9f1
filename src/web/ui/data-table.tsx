import { Table, VisuallyHidden } from "@mantine/core";
import { useTranslations } from "use-intl";
import type { Cell } from "../../report/format/csv.ts";

/** A number, also with its sign and its unit; what stands first names the row. */
const isFigure = (cell: Cell, column: number): boolean =>
  typeof cell === "number" || (column > 0 && /^[−-]?[^\w\s]?\d[\d.,]*(?:[×%]| \p{L}+)?$/u.test(String(cell)));

/** What is short is not broken into lines: the table scrolls sooner. */
const isBrief = (cell: Cell): boolean => String(cell ?? "").length <= 16;

/** A plain table of figures, as wide as it needs, scrolling inside its own frame. */
export function DataTable({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}) {
  const t = useTranslations("ui");
  const sides = columns.map((_, i) => (rows.some((row) => isFigure(row[i], i)) ? "right" : "left"));
  return (
    <Table.ScrollContainer
      minWidth={320}
      type="native"
      tabIndex={0}
      role="group"
      aria-label={t("tableOf", { title: caption })}
    >
      <Table verticalSpacing={4}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, i) => (
              <Table.Th key={column} ta={sides[i]}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished table do not move.
            <Table.Tr key={i}>
              {row.map((cell, j) => (
                <Table.Td key={columns[j]} ta={sides[j]} className={isBrief(cell) ? "whole" : ""}>
                  {cell ?? "–"}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
