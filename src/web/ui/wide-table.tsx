import "./wide-table.css";
import { Table, type TableProps } from "@mantine/core";

interface Head {
  readonly words: string;
  readonly ta?: "right" | "center";
}

/**
 * A table with its heads, as wide as it needs, scrolling inside its own frame. Rows are its children. A stacked one shows
 * the cells of a row under each other on a narrow screen, each after what its `data-label` says.
 */
export function WideTable({
  name,
  heads,
  minWidth,
  stacked = false,
  children,
  ...looks
}: Omit<TableProps, "data"> & {
  readonly name: string;
  readonly heads: readonly (string | Head)[];
  readonly minWidth: number;
  readonly stacked?: boolean;
}) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      type="native"
      tabIndex={0}
      role="group"
      aria-label={name}
      {...(stacked ? { className: "stacked" } : {})}
    >
      <Table {...looks}>
        <Table.Thead>
          <Table.Tr>
            {heads
              .map((head) => (typeof head === "string" ? { words: head } : head))
              .map(({ words, ...looks }) => (
                <Table.Th key={words} {...looks}>
                  {words}
                </Table.Th>
              ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
