import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { formatRate } from "../../report/format/rate.ts";
import { Bar } from "../ui/bar.tsx";
import type { Column } from "../ui/column.ts";
import { SortedTable } from "../ui/sorted-table.tsx";
import { Who } from "../ui/who.tsx";
import type { Journey, Step, Stretch } from "./query.ts";

/** All steps, also those that the picture leaves out: the same in rows, each opening who and why. */
export function StepsTable({
  journey,
  onChoose,
}: {
  readonly journey: Journey;
  readonly onChoose: (stretch: Stretch) => void;
}) {
  const t = useTranslations("journey");
  const { subjects } = journey;
  const share = (step: Step) => (subjects === 0 ? 0 : step.subjects / subjects);
  const columns: readonly Column<Step>[] = [
    {
      id: "step",
      head: t("step"),
      kind: "words",
      value: ({ event }) => event,
      cell: ({ event, on_path }) => (
        <>
          <button type="button" className="linklike" onClick={() => onChoose({ step: event })}>
            {event}
          </button>
          {!on_path && (
            <Text span size="xs" c="dimmed">
              {" "}
              {t("offPath")}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "subjects",
      head: t("journeys"),
      kind: "number",
      value: ({ subjects }) => subjects,
      cell: ({ subjects }) => formatCount(subjects),
      largestFirst: true,
    },
    {
      id: "share",
      head: t("shareOfAll"),
      kind: "words",
      value: share,
      cell: (step) => <Bar share={share(step)} tone="within" says={formatRate(share(step))} />,
      largestFirst: true,
    },
    {
      id: "times",
      head: t("times"),
      kind: "number",
      value: ({ count }) => count,
      cell: ({ count }) => formatCount(count),
    },
    {
      id: "who",
      head: t("who"),
      kind: "words",
      value: ({ team, touchpoint }) => [touchpoint, team].filter((one) => one !== null).join(" · "),
      cell: (step) => <Who {...step} />,
    },
    {
      id: "last",
      head: t("noFurther"),
      kind: "number",
      value: ({ last }) => last,
      cell: ({ last, ends }) => (ends ? `${formatCount(last)} (${t("endsHere")})` : formatCount(last)),
      largestFirst: true,
    },
  ];
  return (
    <SortedTable
      caption={t("steps")}
      name="journey-steps"
      columns={columns}
      rows={journey.steps}
      keyOf={({ event }) => event}
    />
  );
}
