import { Button, NativeSelect } from "@mantine/core";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { type Column, type Sort, sortOf, sortText } from "./column.ts";

/** Above a table: by what it is sorted where there are no heads to click, and the file. */
export function SortTools<Row>({
  caption,
  columns,
  sort,
  onSort,
  onSave,
  saving,
  children,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onSave: () => void;
  readonly saving: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslations("ui");
  const choices = columns.flatMap(({ id, head, value, largestFirst }) => {
    if (value === undefined) return [];
    const both = [
      { value: id, label: t("smallestFirst", { name: head }) },
      { value: `-${id}`, label: t("largestFirst", { name: head }) },
    ];
    return largestFirst ? both.reverse() : both;
  });
  return (
    <div className="sorted-tools screen-only">
      {choices.length > 0 && (
        <NativeSelect
          className="sorted-by"
          size="xs"
          aria-label={`${t("sortBy")}: ${caption}`}
          value={sortText(sort)}
          data={[{ value: "", label: t("asItComes") }, ...choices]}
          onChange={(event) => onSort(sortOf(event.currentTarget.value))}
        />
      )}
      {children}
      <Button
        size="xs"
        variant="default"
        leftSection={<Download size={13} aria-hidden="true" />}
        loading={saving}
        onClick={onSave}
        aria-label={`${t("csv")}: ${caption}`}
      >
        {t("csv")}
      </Button>
    </div>
  );
}
