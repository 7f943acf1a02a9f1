import { Table, type TableProps } from "@mantine/core";

interface Head {
  readonly words: string;
  readonly ta?: "right" | "center";
}

/** A table with its heads, as wide as it needs, scrolling inside its own frame. Rows are its children. */
export function WideTable({
  name,
  heads,
  minWidth,
  children,
  ...looks
}: Omit<TableProps, "data"> & {
  readonly name: string;
  readonly heads: readonly (string | Head)[];
  readonly minWidth: number;
}) {
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={0} role="group" aria-label={name}>
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
