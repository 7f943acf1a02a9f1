import { List, Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatAmount } from "../../report/format/amount.ts";
import { formatMoment } from "../../report/format/moment.ts";
import {
  bestOf,
  costNotes,
  costSentence,
  formatDifference,
  formatEnds,
  OUTCOME_WORDS,
} from "../../report/words/cost.ts";
import type { OutcomeCost } from "../../value/cost/cost.ts";
import { DataTable } from "../ui/data-table.tsx";
import { Section } from "../ui/section.tsx";
import type { Value } from "../value/query.ts";
import type { PromiseAnswer } from "./query.ts";

const OUTCOMES = ["felt", "bought", "received"] as const;

/** What a broken one costs: the figures, how well they are known, and what they mean. */
export function Costs({
  gap,
  value,
  waiting,
  trouble,
}: {
  readonly gap: PromiseAnswer;
  readonly value: Value | undefined;
  readonly waiting: boolean;
  readonly trouble: string | null;
}) {
  const t = useTranslations("promise");
  const cost = value?.costs.find(({ promise }) => promise === gap.promise);
  if (value === undefined || cost === undefined)
    return (
      <Section title={t("costs")}>
        <Text>{waiting ? t("measuring") : t("noCosts", { why: trouble ?? t("notKnown") })}</Text>
      </Section>
    );
  const { currency } = value;
  const columns = [t("outcome"), t("difference"), t("intervalHead"), t("grade"), t("asTheyAre"), t("promisesHead")];
  return (
    <Section title={t("costs")} folds>
      <DataTable
        caption={t("costs")}
        columns={columns}
        rows={OUTCOMES.map((outcome) => rowOf(cost[outcome], currency, t("notKnown")))}
      />
      <List spacing="xs" size="sm" mt="sm" listStyleType="none">
        {OUTCOMES.map((outcome) => (
          <List.Item key={outcome}>
            {[costSentence(cost[outcome], currency, cost.window_days), ...costNotes(cost[outcome])].join(" ")}
          </List.Item>
        ))}
        {cost.worth !== null && <List.Item>{t("worth", { amount: formatAmount(cost.worth, currency) })}</List.Item>}
      </List>
      <Text size="xs" c="dimmed" mt="xs">
        {t("asOfFit", { moment: formatMoment(value.as_of, gap.timezone) })}
      </Text>
    </Section>
  );
}

function rowOf(cost: OutcomeCost, currency: string | null, notKnown: string) {
  const best = bestOf(cost);
  const words = OUTCOME_WORDS[cost.outcome];
  if (best === null) return [words, notKnown, null, null, null, cost.n.broken + cost.n.kept];
  const seen = cost.naive.kind === "estimate" ? formatDifference(cost.naive.value, cost.unit, currency) : null;
  return [
    words,
    formatDifference(best.value, cost.unit, currency),
    formatEnds(best, cost.unit, currency),
    best.grade,
    seen,
    best.n,
  ];
}
