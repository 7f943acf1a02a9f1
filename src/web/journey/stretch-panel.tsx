import { Drawer, Stack, Text } from "@mantine/core";
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
    <Drawer
      opened={stretch !== undefined}
      onClose={() => onChoose(undefined)}
      position="right"
      size="md"
      overlayProps={{ backgroundOpacity: 0.15 }}
      title={
        <Text fw={650} component="span">
          {title}
        </Text>
      }
      closeButtonProps={{ "aria-label": t("close") }}
    >
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
    </Drawer>
  );
}
