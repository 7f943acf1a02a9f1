import { Stack, Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatDuration } from "../../report/format/duration.ts";
import { formatRate } from "../../report/format/rate.ts";
import { MadeHere } from "./made-here.tsx";
import type { Journey, Step, Stretch } from "./query.ts";

/** A way from a step to another: how many go it, how long it takes, and which promises run over it. */
export function MoveAbout({
  journey,
  step,
  next,
  onChoose,
}: {
  readonly journey: Journey;
  readonly step: Step;
  readonly next: Step | undefined;
  readonly onChoose: (stretch: Stretch) => void;
}) {
  const t = useTranslations("journey");
  const move = journey.follows.find(({ from, to }) => from === step.event && to === next?.event);
  const [from, to] = [step.event, next?.event ?? ""];
  const over = journey.promised.filter(
    ({ promise, legs }) =>
      legs?.some((leg) => leg.from === from && leg.to === to) ||
      (step.asks.includes(promise) && next?.answers.includes(promise)),
  );
  return (
    <>
      <Stack gap={4}>
        {move === undefined ? (
          <Text size="sm">{t("nobodyGoes")}</Text>
        ) : (
          <>
            <Text size="sm">
              {t("goes", {
                count: move.count,
                share: formatRate(step.count === 0 ? null : move.count / step.count),
                from,
              })}
            </Text>
            <Text size="sm">{t("wait", { p50: formatDuration(move.p50), p90: formatDuration(move.p90) })}</Text>
          </>
        )}
        {[from, to].map((event) => (
          <Text key={event} size="sm">
            <button type="button" className="linklike" onClick={() => onChoose({ step: event })}>
              {t("openStep", { event })}
            </button>
          </Text>
        ))}
      </Stack>
      <MadeHere title={t("goesOver")} promises={over} />
    </>
  );
}
