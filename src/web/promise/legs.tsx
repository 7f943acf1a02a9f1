import { Badge, Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { LegUse } from "../../gaps/gap.ts";
import { formatDuration } from "../../report/format/duration.ts";
import { formatRate } from "../../report/format/rate.ts";
import { worstLegSentence } from "../../report/words/legs.ts";
import type { Column } from "../ui/column.ts";
import { SortedTable } from "../ui/sorted-table.tsx";
import { Bar } from "./bar.tsx";
import { Section } from "./section.tsx";

/** Where the time goes: each leg of the path, as it is when the promise is kept and when it is late. */
export function LegsPart({ promise, legs }: { readonly promise: string; readonly legs: readonly LegUse[] }) {
  const t = useTranslations("promise");
  const sentence = worstLegSentence(legs);
  const columns = useColumns(legs);
  return (
    <Section title={t("legs")}>
      {sentence !== null && <Text mb="xs">{sentence}</Text>}
      <SortedTable
        caption={t("legs")}
        name={`${promise}-legs`}
        columns={columns}
        rows={legs}
        keyOf={({ from, to }) => `${from} ${to}`}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {t("legsNote")}
      </Text>
    </Section>
  );
}

function useColumns(legs: readonly LegUse[]): readonly Column<LegUse>[] {
  const t = useTranslations("promise");
  return useMemo(() => {
    const longest = Math.max(...legs.flatMap(({ kept_p50, late_p50 }) => [kept_p50 ?? 0, late_p50 ?? 0]), 1);
    const time = (seconds: number | null, tone: "within" | "beyond") => (
      <Bar share={(seconds ?? 0) / longest} tone={tone} says={seconds === null ? "–" : formatDuration(seconds)} />
    );
    return [
      { id: "leg", head: t("leg"), kind: "words", value: ({ from, to }) => `${from} → ${to}` },
      {
        id: "who",
        head: t("who"),
        kind: "words",
        value: ({ team }) => team,
        cell: ({ team, outside, touchpoint }) => (
          <div>
            {team ?? <span className="none">{t("nobody")}</span>}{" "}
            {outside && (
              <Badge component="span" size="xs" variant="default" tt="none" fw={400}>
                {t("outside")}
              </Badge>
            )}
            {touchpoint !== null && (
              <Text size="xs" c="dimmed">
                {touchpoint}
              </Text>
            )}
          </div>
        ),
      },
      {
        id: "when-kept",
        head: t("whenKept"),
        kind: "picture",
        value: (leg) => leg.kept_p50,
        cell: (leg) => time(leg.kept_p50, "within"),
      },
      {
        id: "when-late",
        head: t("whenLate"),
        kind: "picture",
        value: (leg) => leg.late_p50,
        cell: (leg) => time(leg.late_p50, "beyond"),
      },
      {
        id: "lost",
        head: t("lost"),
        kind: "number",
        largestFirst: true,
        value: (leg) => leg.excess_mean,
        cell: ({ excess_mean }) => (excess_mean === null ? "–" : formatDuration(excess_mean)),
      },
      {
        id: "of-late",
        head: t("ofLate"),
        kind: "picture",
        largestFirst: true,
        value: (leg) => leg.share_of_late,
        cell: ({ share_of_late: share }) => (
          <Bar share={share ?? 0} tone="beyond" says={share === null ? "–" : formatRate(share)} />
        ),
      },
    ] satisfies Column<LegUse>[];
  }, [t, legs]);
}
