import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatAmount } from "../../report/format/amount.ts";
import { costBrief } from "../../report/words/cost.ts";
import { broken } from "../../report/words/counts.ts";
import type { Value } from "../value/query.ts";
import type { GapRow } from "./query.ts";

/** What one broken promise is held to cost, times the broken ones; null where nobody knows. In the currency. */
export function totalCost(gap: GapRow, value: Value | undefined): number | null {
  const each = priceOf(gap, value).amount;
  return each === null ? null : Math.round(each * broken(gap) * 100) / 100;
}

/** Measured where it could be, else what the file says. */
function priceOf(gap: GapRow, value: Value | undefined): Pick<Value["prices"][number], "amount" | "source"> {
  const known = value?.prices.find(({ promise }) => promise === gap.promise);
  return known ?? { amount: gap.worth, source: gap.worth === null ? "none" : "declared" };
}

/** What the broken ones cost, on what that rests, and what else they are known to move. */
export function CostCell({
  gap,
  value,
  measuring,
  currency,
}: {
  readonly gap: GapRow;
  readonly value: Value | undefined;
  readonly measuring: boolean;
  readonly currency: string | null;
}) {
  const t = useTranslations("gaps");
  const { amount, source } = priceOf(gap, value);
  const cost = value?.costs.find(({ promise }) => promise === gap.promise);
  const brief = cost === undefined ? null : costBrief(cost, currency);
  if (broken(gap) === 0) return <span className="none">{t("noneBroken")}</span>;
  return (
    <div>
      {amount === null ? (
        brief === null && <span className="none">{measuring ? t("measuring") : t("notKnown")}</span>
      ) : (
        <>
          <b>{formatAmount(Math.round(amount * broken(gap)), currency)}</b>
          <Text size="xs" c="dimmed">
            {t("each", { count: broken(gap), amount: formatAmount(Math.round(amount * 100) / 100, currency) })},{" "}
            {source === "measured" ? t("measured") : t("declared")}
          </Text>
        </>
      )}
      {brief !== null && <Text size="xs">{brief}</Text>}
      {amount === null && brief === null && !measuring && (
        <Text size="xs" c="dimmed">
          {t("notKnownWhy")}
        </Text>
      )}
    </div>
  );
}
