import { Drawer, Stack } from "@mantine/core";
import { useTranslations } from "use-intl";
import { MoveAbout } from "./move-about.tsx";
import type { Begun, Journey, Stretch } from "./query.ts";
import { StepAbout } from "./step-about.tsx";
import { StretchGoers } from "./stretch-goers.tsx";

/** Who and why behind a step or a way: how many, how long, what is promised there, and who went there last. */
export function StretchPanel({
  journey,
  begun,
  stretch,
  onChoose,
}: {
  readonly journey: Journey;
  readonly begun: Begun;
  readonly stretch: Stretch | undefined;
  readonly onChoose: (stretch: Stretch | undefined) => void;
}) {
  const t = useTranslations("journey");
  const step = journey.steps.find(({ event }) => event === stretch?.step);
  const next = journey.steps.find(({ event }) => event === stretch?.next);
  const title = stretch?.next === undefined ? stretch?.step : `${stretch.step} → ${stretch.next}`;
  return (
    <Drawer.Root opened={stretch !== undefined} onClose={() => onChoose(undefined)} position="right" size="md">
      <Drawer.Overlay backgroundOpacity={0.15} />
      <Drawer.Content>
        {/* Else it would be a second banner of the page. */}
        <Drawer.Header role="presentation">
          <Drawer.Title fw={650}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t("close")} />
        </Drawer.Header>
        <Drawer.Body>
          {stretch !== undefined && (
            <Stack gap="lg">
              {step !== undefined &&
                (stretch.next === undefined ? (
                  <StepAbout journey={journey} step={step} onChoose={onChoose} />
                ) : (
                  <MoveAbout journey={journey} step={step} next={next} onChoose={onChoose} />
                ))}
              <StretchGoers
                key={JSON.stringify([stretch, begun])}
                name={journey.journey}
                begun={begun}
                stretch={stretch}
                ends={step?.ends ?? false}
                lasts={step?.last ?? 0}
                onChoose={onChoose}
              />
            </Stack>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
