import { UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { Column, Sort } from "./column.ts";

/** The heads of the columns; each that can be sorted by is a button. */
export function SortedHead<Row>({
  columns,
  sort,
  onToggle,
}: {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort;
  /** Null where it is not sorted by a click. */
  readonly onToggle: ((id: string) => void) | null;
}) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, head, kind, value }) => {
          const on = sort?.id === id ? sort : null;
          const Arrow = on?.desc ? ArrowDown : ArrowUp;
          return (
            <th
              key={id}
              scope="col"
              className={`${kind} ${id}`}
              {...(on === null ? {} : { "aria-sort": on.desc ? "descending" : "ascending" })}
            >
              {value === undefined || onToggle === null ? (
                head
              ) : (
                <UnstyledButton className="sort" data-on={on === null ? undefined : true} onClick={() => onToggle(id)}>
                  {head}
                  <Arrow size={12} aria-hidden="true" />
                </UnstyledButton>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
