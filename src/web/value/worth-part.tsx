import { SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { formatRate } from "../../report/format/rate.ts";
import { rounded, timeWords } from "../../report/words/equity.ts";
import { equityAtRiskSentences } from "../../report/words/equity-at-risk.ts";
import type { Equity } from "../../value/equity/equity.ts";
import { Section } from "../ui/section.tsx";
import { AtRiskTable } from "./at-risk-table.tsx";
import { DriversPart } from "./drivers-part.tsx";
import { EstimateCard } from "./estimate-card.tsx";
import { type EquityNow, equityQuery, isBeingMeasured, type Value } from "./query.ts";

/** What customers are worth, whether they would buy again, what of it broken promises endanger, and what moves the score. */
export function WorthPart({ value, timezone }: { readonly value: Value | undefined; readonly timezone: string }) {
  const t = useTranslations("value");
  const asked = useQuery(equityQuery);
  const { data, error } = asked;
  return (
    <Stack gap="xl">
      <Section title={t("title")}>
        {data === undefined ? (
          <Text mih={130}>
            {isBeingMeasured(asked) ? t("waiting") : t("failed", { why: error?.message ?? t("notKnown") })}
          </Text>
        ) : (
          <Worth {...data} timezone={timezone} />
        )}
      </Section>
      {value !== undefined && <DriversPart drivers={value.drivers} />}
    </Stack>
  );
}

function Worth({ equity, at_risk, as_of, timezone }: EquityNow & { readonly timezone: string }) {
  const t = useTranslations("value");
  if (equity.kind === "refusal")
    return (
      <Text>
        {equity.reason} {equity.needed}
      </Text>
    );
  const { currency } = equity;
  return (
    <>
      <Cards equity={equity} at_risk={at_risk} />
      {equityAtRiskSentences(at_risk, currency).map((sentence) => (
        <Text key={sentence} size="sm" mt="xs">
          {sentence}
        </Text>
      ))}
      {at_risk.kind !== "refusal" && <AtRiskTable found={at_risk} currency={currency} />}
      <Text size="xs" c="dimmed" mt="xs">
        {t("asOf", { moment: formatMoment(as_of, timezone) })}
      </Text>
    </>
  );
}

function Cards({ equity, at_risk }: { readonly equity: Equity; readonly at_risk: EquityNow["at_risk"] }) {
  const t = useTranslations("value");
  const { currency, again, stated, assumed } = equity;
  const amount = rounded(currency);
  const asked =
    stated.kind === "refusal" ? null : t("saidYes", { share: formatRate(stated.yes.value), count: stated.asked });
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <EstimateCard
        title={t("worth")}
        estimate={equity.equity}
        format={amount}
        note={t("horizon", { time: timeWords(assumed.horizon_days) })}
      />
      <EstimateCard
        title={t("again")}
        estimate={again.share}
        format={formatRate}
        note={[t("within", { time: timeWords(again.within_days) }), asked].filter((part) => part !== null).join("; ")}
      />
      <EstimateCard
        title={t("atRisk")}
        estimate={at_risk.kind === "refusal" ? at_risk : at_risk.at_risk}
        format={amount}
        note={t("ofThem")}
      />
    </SimpleGrid>
  );
}
