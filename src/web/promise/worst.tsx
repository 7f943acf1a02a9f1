import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { Section } from "../ui/section.tsx";
import { SortedTable } from "../ui/sorted-table.tsx";
import type { PromiseAnswer, WorstRow } from "./query.ts";
import { useWorstColumns } from "./verdict-columns.tsx";

/** The people behind the worst, each leading to all that is known of them. */
export function Worst({ gap, worst }: { readonly gap: PromiseAnswer; readonly worst: readonly WorstRow[] }) {
  const t = useTranslations("promise");
  const columns = useWorstColumns(gap);
  return (
    <Section title={t("worst")} folds>
      {worst.length === 0 ? (
        <Text>{t("noWorst")}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t("worstText")}
          </Text>
          <SortedTable
            caption={t("worst")}
            name={`${gap.promise}-worst`}
            columns={columns}
            rows={worst}
            keyOf={(row) => `${row.customer} ${row.subject} ${row.asked_id}`}
          />
        </>
      )}
    </Section>
  );
}
