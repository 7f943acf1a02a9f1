import { useTranslations } from "use-intl";
import { monthsChart } from "../../report/chart/months.ts";
import { inOrder } from "../../report/chart/trend.ts";
import { formatMonth } from "../../report/format/moment.ts";
import { formatInterval, formatRate } from "../../report/format/rate.ts";
import { broken } from "../../report/words/counts.ts";
import { Figure } from "../ui/figure.tsx";
import { Picture } from "../ui/picture.tsx";
import type { PromiseAnswer } from "./query.ts";

/** How the kept rate moved, month by month, with the goal across it; nothing where there is one month alone. */
export function MonthsPart({ gap }: { readonly gap: PromiseAnswer }) {
  const t = useTranslations("promise");
  const months = inOrder(gap.by_month);
  if (months.length < 2) return null;
  const rows = months.map((month) => [
    formatMonth(month.key ?? ""),
    formatRate(month.kept_rate),
    formatInterval(month.kept_rate_interval),
    broken(month),
    month.asked,
  ]);
  const columns = [t("month"), t("keptHead"), t("intervalHead"), t("broken"), t("askedHead")];
  return (
    <Figure title={t("months")} name={`${gap.promise}-months`} data={{ columns, rows }}>
      <Picture of={monthsChart(months, gap.goal, `${t("months")}: ${gap.says}`)} />
    </Figure>
  );
}
