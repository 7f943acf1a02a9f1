import { Card, Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import type { Estimate, Refusal } from "../../value/estimate.ts";

/** A figure in large with its interval; or why it cannot be known. */
export function EstimateCard({
  title,
  estimate,
  format,
  note,
}: {
  readonly title: string;
  readonly estimate: Estimate | Refusal;
  readonly format: (value: number) => string;
  readonly note: string;
}) {
  const t = useTranslations("value");
  return (
    <Card withBorder padding="sm" bg="var(--raised)">
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      {estimate.kind === "refusal" ? (
        <>
          <Text size="xl" className="none">
            {t("notKnown")}
          </Text>
          <Text size="xs" c="dimmed">
            {estimate.reason}
          </Text>
        </>
      ) : (
        <>
          <Text size="1.7rem" lh={1.25} fw={650}>
            {format(estimate.value)}
          </Text>
          <Text size="xs" c="dimmed">
            {t("between", { low: format(estimate.low), high: format(estimate.high) })}
          </Text>
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        </>
      )}
    </Card>
  );
}
