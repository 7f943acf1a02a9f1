import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { alertSentence, budgetSentence, formatBurn } from "../../report/words/budget.ts";
import { DataTable } from "../ui/data-table.tsx";
import type { PromiseAnswer } from "./query.ts";

/** How many broken promises the goal leaves room for, and how fast they are used up. */
export function BudgetPart({ gap }: { readonly gap: PromiseAnswer }) {
  const t = useTranslations("promise");
  const sentence = budgetSentence(gap);
  const alert = alertSentence(gap);
  if (gap.budget === null || sentence === null) return <Text>{t("noGoal")}</Text>;
  const { used, burn } = gap.budget;
  return (
    <>
      {used !== null && <Gauge used={used} />}
      <Text>{sentence}</Text>
      {alert !== null && (
        <Text className="missed" fw={600} mt="xs">
          {alert}
        </Text>
      )}
      {burn.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt="sm">
            {t("burn")}
          </Text>
          <DataTable
            caption={t("burn")}
            columns={[t("window"), t("burnRate"), t("judged")]}
            rows={burn.map(({ window, rate, judged }) => [window, formatBurn(rate), judged])}
          />
        </>
      )}
    </>
  );
}

/** Full is the whole budget; what goes over it is drawn to scale beside it, up to three times. */
function Gauge({ used }: { readonly used: number }) {
  const scale = Math.max(1, Math.min(3, used));
  const within = (Math.min(1, used) / scale) * 100;
  const over = (Math.max(0, Math.min(3, used) - 1) / scale) * 100;
  return (
    <div className="gauge" aria-hidden="true">
      <span style={{ width: `${within}%`, background: "var(--target)" }} />
      <span style={{ width: `${over}%`, background: "var(--beyond)" }} />
    </div>
  );
}
