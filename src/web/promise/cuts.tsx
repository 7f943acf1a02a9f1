import { Anchor, Tabs, Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Slice } from "../../gaps/gap.ts";
import { rateDot, scaleStart } from "../../report/chart/rate.ts";
import { formatCount } from "../../report/format/count.ts";
import { formatMonth } from "../../report/format/moment.ts";
import { formatBriefQuantity } from "../../report/format/quantity.ts";
import { formatInterval, formatRate } from "../../report/format/rate.ts";
import { formatScore } from "../../report/format/score.ts";
import { broken } from "../../report/words/counts.ts";
import { standingOf } from "../../report/words/standing.ts";
import type { Filter } from "../filter/filter.ts";
import type { Column } from "../ui/column.ts";
import { Picture } from "../ui/picture.tsx";
import { SortedTable } from "../ui/sorted-table.tsx";
import { type Cut, cutsOf, narrowed } from "./cut.ts";
import type { PromiseAnswer } from "./query.ts";
import { Section } from "./section.tsx";

/** Where it breaks: cut by occasion, team, touchpoint, month and whatever was known; a click looks at that part alone. */
export function Cuts({
  gap,
  by,
  filter,
  onBy,
  onFilter,
}: {
  readonly gap: PromiseAnswer;
  readonly by: string | undefined;
  readonly filter: Filter;
  readonly onBy: (by: string) => void;
  readonly onFilter: (filter: Filter) => void;
}) {
  const t = useTranslations("promise");
  const cuts = useMemo(() => cutsOf(gap), [gap]);
  const cut = cuts.find(({ id }) => id === by) ?? cuts[0];
  if (cut === undefined) return null;
  const name = (one: Cut) => (one.kind === "property" ? one.name : t(WORDS[one.kind]));
  return (
    <Section title={t("cuts")}>
      <Tabs value={cut.id} onChange={(id) => id !== null && onBy(id)} keepMounted={false}>
        <Tabs.List aria-label={t("cutBy")}>
          {cuts.map((one) => (
            <Tabs.Tab key={one.id} value={one.id}>
              {name(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={cut.id} pt="xs">
          <CutTable
            gap={gap}
            cut={cut}
            head={name(cut)}
            onChoose={(key) => onFilter({ ...filter, ...narrowed(cut, key, filter) })}
          />
        </Tabs.Panel>
      </Tabs>
    </Section>
  );
}

const WORDS = { occasion: "byOccasion", team: "byTeam", touchpoint: "byTouchpoint", month: "byMonth" } as const;

function CutTable({
  gap,
  cut,
  head,
  onChoose,
}: {
  readonly gap: PromiseAnswer;
  readonly cut: Cut;
  readonly head: string;
  readonly onChoose: (key: string | null) => void;
}) {
  const t = useTranslations("promise");
  const columns = useColumns(gap, cut, head, onChoose);
  return (
    <SortedTable
      key={cut.id}
      caption={`${t("cuts")}: ${head}`}
      name={`${gap.promise}-${cut.id}`}
      columns={columns}
      rows={cut.slices}
      keyOf={({ key }) => key ?? ""}
    />
  );
}

function useColumns(
  gap: PromiseAnswer,
  { kind, slices }: Cut,
  head: string,
  onChoose: (key: string | null) => void,
): readonly Column<Slice>[] {
  const t = useTranslations("promise");
  const from = scaleStart(slices, [gap.goal]);
  const unit = gap.delivered?.unit;
  const { currency } = gap;
  const label = (key: string | null) =>
    key === null ? t("none") : key === "…" ? t("rest") : kind === "month" ? formatMonth(key) : key;
  const first: Column<Slice> = {
    id: "key",
    head,
    kind: "words",
    value: ({ key }) => (kind === "month" ? key : label(key)),
    cell: ({ key }) =>
      key === "…" || (key === null && kind === "team") || (key === null && kind === "touchpoint") ? (
        <span className={key === null ? "none" : undefined}>{label(key)}</span>
      ) : (
        <Anchor
          component="button"
          type="button"
          inherit
          ta="start"
          c="inherit"
          underline="always"
          aria-label={t("only", { name: label(key) })}
          onClick={() => onChoose(key)}
        >
          {label(key)}
        </Anchor>
      ),
  };
  const delivered: Column<Slice> = {
    id: "delivered",
    head: unit === "seconds" ? t("halfBy") : t("middle"),
    kind: "number",
    value: (slice) => slice.delivered_p50,
    cell: ({ delivered_p50: middle }) =>
      middle === null || unit === undefined ? "–" : formatBriefQuantity(middle, { unit, currency }),
  };
  const felt: Column<Slice> = {
    id: "felt",
    head: t("feltHead"),
    kind: "number",
    value: (slice) => slice.felt.mean,
    cell: (slice) => (slice.felt.mean === null ? "–" : formatScore(slice.felt.mean)),
  };
  return [
    first,
    ...rates(t, gap, from),
    ...(unit !== undefined && unit !== "done" && slices.some((slice) => slice.delivered_p50 !== null)
      ? [delivered]
      : []),
    ...(slices.some((slice) => slice.felt.mean !== null) ? [felt] : []),
  ];
}

function rates(t: ReturnType<typeof useTranslations<"promise">>, { goal }: PromiseAnswer, from: number) {
  return [
    {
      id: "rate",
      head: t("keptHead"),
      kind: "number",
      value: (slice) => slice.kept_rate,
      cell: (slice) =>
        slice.kept_rate === null ? (
          <span className="none">{formatRate(null)}</span>
        ) : (
          <b className={standingOf(slice, goal).kind}>{formatRate(slice.kept_rate)}</b>
        ),
    },
    {
      id: "dot",
      head: t("intervalHead"),
      kind: "picture",
      cell: (slice) => {
        const dot = rateDot(slice, goal, from, `${t("keptHead")}: ${slice.key ?? t("none")}`);
        return (
          dot !== null && (
            <>
              <Picture of={dot} />
              <Text size="xs" c="dimmed">
                {formatInterval(slice.kept_rate_interval)}
              </Text>
            </>
          )
        );
      },
    },
    {
      id: "broken",
      head: t("broken"),
      kind: "number",
      largestFirst: true,
      value: broken,
      cell: (slice) => formatCount(broken(slice)),
    },
    {
      id: "asked",
      head: t("askedHead"),
      kind: "number",
      largestFirst: true,
      value: (slice) => slice.asked,
      cell: (slice) => formatCount(slice.asked),
    },
  ] satisfies Column<Slice>[];
}
