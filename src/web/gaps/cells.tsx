import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { rateDot } from "../../report/chart/rate.ts";
import { trendLine } from "../../report/chart/trend.ts";
import { formatInterval, formatRate } from "../../report/format/rate.ts";
import { broken, judged } from "../../report/words/counts.ts";
import { sayStanding, standingOf } from "../../report/words/standing.ts";
import { moveOf, sayMove } from "../../report/words/trend.ts";
import { type Filter, filterOf } from "../filter/filter.ts";
import { useMay } from "../session/me.ts";
import { TextLink } from "../ui/link.tsx";
import { Picture } from "../ui/picture.tsx";
import type { GapRow } from "./query.ts";

interface Cell {
  readonly gap: GapRow;
  readonly filter: Filter;
}

/** The promise in the customer's words, leading to its page. */
export function SaysCell({ gap, filter }: Cell) {
  return (
    <TextLink
      className="says"
      c="inherit"
      to="/promises/$name"
      params={{ name: gap.promise }}
      search={filterOf(filter)}
    >
      <q dir="auto">{gap.says}</q>
    </TextLink>
  );
}

/** The kept rate with its interval against the goal, and the way to those it was broken for. */
export function KeptCell({ gap, filter, from }: Cell & { readonly from: number }) {
  const t = useTranslations("gaps");
  const standing = standingOf(gap, gap.goal);
  const dot = rateDot(gap, gap.goal, from, `${t("kept")}: ${gap.says}`);
  const may = useMay("customers:read");
  const of = t("brokenOf", { broken: broken(gap), judged: judged(gap) });
  return (
    <div>
      {gap.kept_rate === null ? (
        <span className="none">{formatRate(null)}</span>
      ) : (
        <>
          <b className={standing.kind}>{formatRate(gap.kept_rate)}</b>{" "}
          <Text span size="xs" c="dimmed">
            {formatInterval(gap.kept_rate_interval)}
          </Text>
        </>
      )}
      {dot !== null && <Picture of={dot} />}
      <div className={standing.kind}>{sayStanding(standing, gap.goal)}</div>
      <Text size="xs" c="dimmed">
        {judged(gap) > 0 && !may && of}
        {judged(gap) > 0 && may && (
          <TextLink
            inherit
            c="inherit"
            underline="always"
            to="/promises/$name"
            params={{ name: gap.promise }}
            search={{ ...filterOf(filter), verdict: ["late", "missed"] }}
            hash="verdicts"
          >
            {of}
          </TextLink>
        )}
        {gap.open > 0 && `${judged(gap) > 0 ? "; " : ""}${t("open", { count: gap.open })}`}
      </Text>
    </div>
  );
}

/** How the kept rate moved. */
export function TrendCell({ gap }: { readonly gap: GapRow }) {
  const t = useTranslations("gaps");
  const line = trendLine(gap.by_month, gap.goal, `${t("trend")}: ${gap.says}`);
  const move = moveOf(gap.by_month);
  if (line === null) return <span className="none">{t("noTrend")}</span>;
  return (
    <div>
      <Picture of={line} />
      {move !== null && (
        <Text size="xs" c="dimmed">
          {sayMove(move)}
        </Text>
      )}
    </div>
  );
}
