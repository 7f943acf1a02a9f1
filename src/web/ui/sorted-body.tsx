import { Fragment } from "react";
import type { Column } from "./column.ts";

/** The rows, those of one group under its name; where there is no room for columns each cell says what it is. */
export function SortedBody<Row>({
  columns,
  rows,
  keyOf,
  groupOf,
}: {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly groupOf: ((row: Row) => string) | undefined;
}) {
  return (
    <tbody>
      {grouped(rows, groupOf).map(([group, members]) => (
        <Fragment key={group}>
          {groupOf !== undefined && (
            <tr className="group">
              <th scope="rowgroup" colSpan={columns.length}>
                {group}
              </th>
            </tr>
          )}
          {members.map((row) => (
            <tr key={keyOf(row)} className="row">
              {columns.map((column, i) => {
                const children = contentOf(column, row);
                const nothing = children === NOTHING ? " nothing" : "";
                const about = { className: `${column.kind} ${column.id}${nothing}`, children };
                return i === 0 ? (
                  <th key={column.id} scope="row" {...about} />
                ) : (
                  <td key={column.id} data-label={column.head} {...about} />
                );
              })}
            </tr>
          ))}
        </Fragment>
      ))}
    </tbody>
  );
}

const NOTHING = "–";

const contentOf = <Row,>({ cell, value }: Column<Row>, row: Row) =>
  cell === undefined ? (value?.(row) ?? NOTHING) : cell(row);

function grouped<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groupOf?.(row) ?? "";
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups];
}
