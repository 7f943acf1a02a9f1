import { Button, VisuallyHidden } from "@mantine/core";
import {
  createSortedRowModel,
  type Row as RowOf,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { type Cell, csvOf } from "../../report/format/csv.ts";
import type { Column, Sort } from "./column.ts";
import { saveCsv } from "./save.ts";
import { SortTools } from "./sort-tools.tsx";
import { SortedBody } from "./sorted-body.tsx";
import { SortedHead } from "./sorted-head.tsx";
import "./sorted-table.css";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export interface SortedTableProps<Row extends object> {
  readonly caption: string;
  /** Of the file. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Where somebody else keeps by what is sorted, such as the address. */
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly groupOf?: ((row: Row) => string) | undefined;
  /** So many are seen at first; the file has all. */
  readonly first?: number;
  /** What else there is to do with it. */
  readonly tools?: ReactNode;
  /** Only a part is here, in an order that is given: it is not sorted, and somebody else makes the file. */
  readonly asItComes?: boolean;
  readonly onSave?: () => void;
  readonly saving?: boolean;
}

/** A table that sorts at a click, comes as CSV, and is a card for each row where the screen is narrow. */
export function SortedTable<Row extends object>(props: SortedTableProps<Row>) {
  const { caption, name, columns, rows, keyOf, groupOf, tools, asItComes = false, saving = false } = props;
  const t = useTranslations("ui");
  const [own, setOwn] = useState<Sort>(null);
  const [all, setAll] = useState(props.first === undefined);
  const sort = props.sort === undefined ? own : props.sort;
  const onSort = props.onSort ?? setOwn;
  const { sorted, toggle } = useSorted(columns, rows, sort, onSort);
  const shown = all ? sorted : sorted.slice(0, props.first);
  const save = () => {
    const filed = columns.filter(({ value }) => value !== undefined);
    const cells = sorted.map((row) => filed.map(({ value }) => value?.(row)));
    const heads = filed.map(({ head }) => head);
    saveCsv(name, csvOf(heads, cells));
  };
  return (
    <>
      <SortTools
        caption={caption}
        columns={asItComes ? [] : columns}
        sort={sort}
        onSort={onSort}
        onSave={props.onSave ?? save}
        saving={saving}
      >
        {tools}
      </SortTools>
      <table className={`sorted ${name}`}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <SortedHead columns={columns} sort={sort} onToggle={asItComes ? null : toggle} />
        <SortedBody columns={columns} rows={shown} keyOf={keyOf} groupOf={groupOf} />
      </table>
      {shown.length < sorted.length && (
        <Button variant="default" size="xs" mt="xs" onClick={() => setAll(true)}>
          {t("all", { count: sorted.length })}
        </Button>
      )}
    </>
  );
}

function useSorted<Row extends object>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  sort: Sort,
  onSort: (sort: Sort) => void,
) {
  const sorting: SortingState = sort === null ? [] : [{ ...sort }];
  const definitions = useMemo(
    () =>
      columns.map(({ id, value, largestFirst = false }) => ({
        id,
        accessorFn: (row: Row) => value?.(row) ?? undefined,
        enableSorting: value !== undefined,
        sortFn: byValue,
        sortUndefined: "last" as const,
        sortDescFirst: largestFirst,
      })),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    state: { sorting },
    onSortingChange: (next) => onSort((typeof next === "function" ? next(sorting) : next)[0] ?? null),
  });
  return {
    sorted: table.getRowModel().rows.map(({ original }) => original),
    toggle: (id: string) => table.getColumn(id)?.toggleSorting(),
  };
}

/** Numbers as numbers, words as a reader sorts them. */
function byValue<Row extends object>(
  a: RowOf<typeof features, Row>,
  b: RowOf<typeof features, Row>,
  id: string,
): number {
  const [one, other]: readonly Cell[] = [a.getValue<Cell>(id), b.getValue<Cell>(id)];
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en", { numeric: true });
}
