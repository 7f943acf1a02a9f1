import { Stack, Text, Title } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { formatBriefDuration } from "../../report/format/duration.ts";
import { formatRate } from "../../report/format/rate.ts";
import { MadeHere } from "./made-here.tsx";
import type { Journey, Step, Stretch } from "./query.ts";

/** A step: how many come, who answers, what is promised there, whence they come and where they go. */
export function StepAbout({
  journey,
  step,
  onChoose,
}: {
  readonly journey: Journey;
  readonly step: Step;
  readonly onChoose: (stretch: Stretch) => void;
}) {
  const t = useTranslations("journey");
  const { subjects, follows, promised } = journey;
  const { event } = step;
  const share = formatRate(subjects === 0 ? null : step.subjects / subjects);
  const lastShare = formatRate(step.subjects === 0 ? null : Math.min(1, step.last / step.subjects));
  const named = (names: readonly string[]) => promised.filter(({ promise }) => names.includes(promise));
  return (
    <>
      <Stack gap={4}>
        <Text size="sm">{t("reach", { count: step.subjects, share, again: step.count - step.subjects })}</Text>
        <Text size="sm">{useOwner(step)}</Text>
        {step.last > 0 && (
          <Text size="sm" c={step.ends || !step.on_path ? "var(--ink)" : "var(--broken)"}>
            {step.ends
              ? t("lastMeant", { count: formatCount(step.last) })
              : t("lastHere", { count: formatCount(step.last), share: lastShare })}
          </Text>
        )}
      </Stack>
      <MadeHere title={t("startsHere")} promises={named(step.asks)} />
      <MadeHere title={t("answeredHere")} promises={named(step.answers)} />
      <Moves
        title={t("onwards")}
        moves={follows
          .filter(({ from }) => from === event)
          .map((move) => ({ ...move, name: move.to, stretch: { step: event, next: move.to } }))}
        onChoose={onChoose}
      />
      <Moves
        title={t("before")}
        moves={follows
          .filter(({ to }) => to === event)
          .map((move) => ({ ...move, name: move.from, stretch: { step: move.from, next: event } }))}
        onChoose={onChoose}
      />
    </>
  );
}

function useOwner({ team, touchpoint, outside }: Step): string {
  const t = useTranslations("journey");
  if (team === null) return touchpoint === null ? t("nobodyAnswers") : t("whoAnswersAt", { touchpoint });
  const who = touchpoint === null ? t("whoAnswersTeam", { team }) : t("whoAnswers", { team, touchpoint });
  return outside ? `${who} ${t("isOutside")}` : who;
}

interface Way {
  readonly name: string;
  readonly count: number;
  readonly p50: number;
  readonly stretch: Stretch;
}

function Moves({
  title,
  moves,
  onChoose,
}: {
  readonly title: string;
  readonly moves: readonly Way[];
  readonly onChoose: (stretch: Stretch) => void;
}) {
  const t = useTranslations("journey");
  if (moves.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      <ul className="goers">
        {moves.slice(0, 8).map(({ name, count, p50, stretch }) => (
          <li key={name}>
            <button type="button" className="linklike" onClick={() => onChoose(stretch)}>
              {name}
            </button>
            <span>{t("move", { count: formatCount(count), time: formatBriefDuration(p50) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
