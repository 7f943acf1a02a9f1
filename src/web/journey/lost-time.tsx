import { Anchor, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { formatDuration } from "../../report/format/duration.ts";
import { formatRate } from "../../report/format/rate.ts";
import { worstLegSentence } from "../../report/words/legs.ts";
import type { Column } from "../ui/column.ts";
import { SortedTable } from "../ui/sorted-table.tsx";
import type { Journey, Made } from "./query.ts";

type Leg = NonNullable<Made["legs"]>[number] & { readonly says: string; readonly promise: string };

/** For each promise that is sometimes late: the stretches of the path where it loses its time. */
export function LostTime({ journey }: { readonly journey: Journey }) {
  const t = useTranslations("journey");
  const late = journey.promised.filter(({ legs, late }) => late > 0 && legs !== null && legs.length > 0);
  if (late.length === 0) return null;
  const legs: Leg[] = late.flatMap(({ says, promise, legs }) => (legs ?? []).map((leg) => ({ ...leg, says, promise })));
  const time = (seconds: number | null) => (seconds === null ? "–" : formatDuration(seconds));
  const columns: readonly Column<Leg>[] = [
    { id: "leg", head: t("leg"), kind: "words", value: ({ from, to }) => `${from} → ${to}` },
    {
      id: "who",
      head: t("who"),
      kind: "words",
      value: ({ team }) => team,
      cell: ({ team, outside }) => (team === null ? "–" : outside ? `${team} (${t("outside")})` : team),
    },
    { id: "usual", head: t("usual"), kind: "number", value: (leg) => leg.kept_p50, cell: (leg) => time(leg.kept_p50) },
    { id: "late", head: t("late"), kind: "number", value: (leg) => leg.late_p50, cell: (leg) => time(leg.late_p50) },
    {
      id: "excess",
      head: t("excess"),
      kind: "number",
      value: (leg) => leg.excess_mean,
      cell: (leg) => time(leg.excess_mean),
      largestFirst: true,
    },
    {
      id: "of-late",
      head: t("ofLate"),
      kind: "number",
      value: (leg) => leg.share_of_late,
      cell: (leg) => (leg.share_of_late === null ? "–" : formatRate(leg.share_of_late)),
      largestFirst: true,
    },
  ];
  return (
    <section aria-labelledby="lost-time">
      <Title order={2} id="lost-time" size="h3" mb="xs">
        {t("lose")}
      </Title>
      <Stack gap={6} mb="sm">
        {late.map(({ promise, says, legs }) => (
          <Text key={promise} size="sm">
            <Anchor
              underline="always"
              renderRoot={(props) => <Link to="/promises/$name" params={{ name: promise }} {...props} />}
            >
              {says}
            </Anchor>
            {". "}
            {worstLegSentence(legs ?? [])}
          </Text>
        ))}
      </Stack>
      <SortedTable
        caption={t("lose")}
        name="journey-legs"
        columns={columns}
        rows={legs}
        keyOf={({ promise, from, to }) => `${promise} ${from} ${to}`}
        groupOf={({ says }) => says}
      />
    </section>
  );
}
