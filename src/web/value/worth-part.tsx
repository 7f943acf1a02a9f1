import { SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { formatRate } from "../../report/format/rate.ts";
import { rounded, timeWords } from "../../report/words/equity.ts";
import { equityAtRiskSentences } from "../../report/words/equity-at-risk.ts";
import type { Equity } from "../../value/equity/equity.ts";
import { AtRiskTable } from "./at-risk-table.tsx";
import { DriversPart } from "./drivers-part.tsx";
import { EstimateCard } from "./estimate-card.tsx";
import { isRefusal } from "./is-refusal.ts";
import { type EquityNow, equityQuery, isBeingMeasured, type Value } from "./query.ts";

/** What customers are worth, whether they would buy again, what of it broken promises endanger, and what moves the score. */
export function WorthPart({ value, timezone }: { readonly value: Value | undefined; readonly timezone: string }) {
  const t = useTranslations("value");
  const { data, error, isPending } = useQuery(equityQuery);
  const waits = isPending || isBeingMeasured(error);
  return (
    <Stack gap="xl">
      <section aria-labelledby="worth">
        <Title order={2} size="h3" id="worth" mb="xs">
          {t("title")}
        </Title>
        {data === undefined ? (
          <Text mih={130}>{waits ? t("waiting") : t("failed", { why: error?.message ?? t("notKnown") })}</Text>
        ) : (
          <Worth {...data} timezone={timezone} />
        )}
      </section>
      {value !== undefined && <DriversPart drivers={value.drivers} />}
    </Stack>
  );
}

function Worth({ equity, at_risk, as_of, timezone }: EquityNow & { readonly timezone: string }) {
  const t = useTranslations("value");
  if (isRefusal(equity))
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
      {!isRefusal(at_risk) && <AtRiskTable found={at_risk} currency={currency} />}
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
  const asked = isRefusal(stated) ? null : t("saidYes", { share: formatRate(stated.yes.value), count: stated.asked });
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
        estimate={isRefusal(at_risk) ? at_risk : at_risk.at_risk}
        format={amount}
        note={t("ofThem")}
      />
    </SimpleGrid>
  );
}
