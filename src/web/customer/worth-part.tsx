import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatAmount } from "../../report/format/amount.ts";
import { formatMoment } from "../../report/format/moment.ts";
import { formatChance } from "../../report/format/rate.ts";
import { Part } from "./brief-view.tsx";
import type { CustomerValue } from "./query.ts";

/** Would they buy again, and what are they worth and short of: with the interval, or why it is not known. */
export function WorthPart({
  worth,
  timezone,
}: {
  readonly worth: CustomerValue | undefined;
  readonly timezone: string;
}) {
  const t = useTranslations("customer");
  if (worth === undefined) return null;
  const { outlook, stated, currency, deficit, said } = worth;
  const amount = (value: number) => formatAmount(Math.round(value), currency);
  return (
    <Part title={t("again")}>
      {stated.kind === "answered" && (
        <Text fw={600}>{t(stated.yes ? "saidYes" : "saidNo", { when: formatMoment(stated.at, timezone) })}</Text>
      )}
      {outlook.kind === "refusal" ? (
        <Text size="sm" c="dimmed">
          {t("notKnown", { reason: outlook.reason, needed: outlook.needed })}
        </Text>
      ) : (
        <>
          <Text>
            {t("againIs", {
              chance: formatChance(outlook.again.value),
              days: outlook.again_within_days,
              low: formatChance(outlook.again.low),
              high: formatChance(outlook.again.high),
              same: String(formatChance(outlook.again.low) === formatChance(outlook.again.high)),
              grade: outlook.again.grade,
            })}
          </Text>
          {outlook.worth !== null && (
            <Text>
              {t("worth", {
                amount: amount(outlook.worth.value),
                low: amount(outlook.worth.low),
                high: amount(outlook.worth.high),
              })}
            </Text>
          )}
        </>
      )}
      <Text size="sm" c="dimmed">
        {said}
      </Text>
      {deficit !== null && deficit.deficit !== null && deficit.deficit >= 0.5 && (
        <Text fw={600} className="missed">
          {t("short", { amount: amount(deficit.deficit) })}
        </Text>
      )}
    </Part>
  );
}
