import { useTranslations } from "use-intl";
import { formatInterval, formatRate } from "../../report/format/rate.ts";
import { sayStanding, standingOf } from "../../report/words/standing.ts";
import type { PromiseAnswer } from "./query.ts";

/** The kept rate in large, with its interval and how it stands to the goal. */
export function RateFigure({ gap }: { readonly gap: PromiseAnswer }) {
  const t = useTranslations("promise");
  const standing = standingOf(gap, gap.goal);
  if (gap.kept_rate === null)
    return (
      <div className="rate-figure">
        <span className="big none">{formatRate(null)}</span>
        <span className="soft">{t("nothingJudged")}</span>
      </div>
    );
  return (
    <div className="rate-figure">
      <span className={`big ${standing.kind}`}>{formatRate(gap.kept_rate)}</span>
      <span>{t("kept")}</span>
      <span className="soft">{t("interval", { interval: formatInterval(gap.kept_rate_interval) })}</span>
      <b className={standing.kind}>{sayStanding(standing, gap.goal)}</b>
    </div>
  );
}
