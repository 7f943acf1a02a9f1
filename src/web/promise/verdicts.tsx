import { Button, Chip, Group, Skeleton, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { fatesOf } from "../../report/words/fate.ts";
import type { Filter } from "../filter/filter.ts";
import { Section } from "../ui/section.tsx";
import { SortedTable } from "../ui/sorted-table.tsx";
import { useWholeCsv } from "../ui/whole-csv.tsx";
import { asked, type PromiseAnswer, verdictsQuery } from "./query.ts";
import { useVerdictColumns } from "./verdict-columns.tsx";

interface Listed {
  readonly gap: PromiseAnswer;
  readonly filter: Filter;
  readonly verdict: readonly string[];
}

/** Verdict by verdict: what is behind every number of the page, those asked last first. */
export function Verdicts({
  gap,
  filter,
  verdict,
  onVerdict,
}: Listed & { readonly onVerdict: (verdict: string[]) => void }) {
  const t = useTranslations("promise");
  return (
    <Section title={t("verdicts")} id="verdicts" folds>
      <Text size="sm" c="dimmed" mb="xs">
        {t("verdictsText")}
      </Text>
      <Chip.Group multiple value={[...verdict]} onChange={onVerdict}>
        <Group gap={6} role="group" aria-label={t("show")}>
          {fatesOf(gap).map(({ kind, count }) => (
            <Chip key={kind} value={kind} size="xs">
              {kind} {formatCount(count)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <List gap={gap} filter={filter} verdict={verdict} />
    </Section>
  );
}

function List({ gap, filter, verdict }: Listed) {
  const t = useTranslations();
  const columns = useVerdictColumns(gap);
  const listed = useInfiniteQuery(verdictsQuery(gap.promise, filter, verdict));
  const name = `${gap.promise}-verdicts`;
  const { save, saving } = useWholeCsv({ name, path: "/api/verdicts", query: asked(gap.promise, filter, verdict) });
  const rows = listed.data?.pages.flatMap(({ verdicts }) => verdicts) ?? [];
  if (listed.isPending) return <Skeleton height={420} mt="sm" />;
  if (listed.error !== null && rows.length === 0)
    return (
      <Group mt="sm">
        <Text role="alert">{listed.error.message}</Text>
        <Button variant="default" onClick={() => void listed.refetch()}>
          {t("shell.again")}
        </Button>
      </Group>
    );
  if (rows.length === 0) return <Text mt="sm">{t("promise.noVerdicts")}</Text>;
  return (
    <div aria-busy={listed.isPlaceholderData}>
      <SortedTable
        caption={t("promise.verdicts")}
        name={name}
        columns={columns}
        rows={rows}
        keyOf={(row) => `${row.customer} ${row.subject} ${row.asked_id}`}
        asItComes
        onSave={save}
        saving={saving}
      />
      {listed.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={listed.isFetchingNextPage}
          onClick={() => void listed.fetchNextPage()}
        >
          {t("ui.more")}
        </Button>
      )}
    </div>
  );
}
