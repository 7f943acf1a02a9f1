import { Button, Group, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { isSamePeriod, type Period, presetsAt } from "./periods.ts";

const ALL: Period = { from: undefined, to: undefined };

/** When the clock started: one of the usual periods, or two days of one's own. */
export function ChoosePeriod({
  asOf,
  timezone,
  period,
  onChange,
}: {
  readonly asOf: string;
  readonly timezone: string;
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}) {
  const t = useTranslations("filter");
  const presets = presetsAt(asOf, timezone);
  const [from, setFrom] = useState(period.from?.slice(0, 10) ?? "");
  const [to, setTo] = useState(period.to?.slice(0, 10) ?? "");
  const backwards = from !== "" && to !== "" && to < from;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!backwards) onChange({ from: from === "" ? undefined : from, to: to === "" ? undefined : to });
  };
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2} spacing={4} verticalSpacing={4}>
        {[{ name: "allTime" as const, ...ALL }, ...presets].map((preset) => {
          const on = isSamePeriod(preset, period);
          return (
            <Button
              key={preset.name}
              size="xs"
              variant={on ? "light" : "subtle"}
              color={on ? "kept" : "gray"}
              c={on ? "kept" : "var(--ink)"}
              justify="start"
              aria-pressed={on}
              onClick={() => onChange({ from: preset.from, to: preset.to })}
            >
              {t(preset.name)}
            </Button>
          );
        })}
      </SimpleGrid>
      <form onSubmit={submit}>
        <Group gap="xs" align="end" wrap="nowrap">
          <TextInput
            type="date"
            size="xs"
            flex={1}
            label={t("from")}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            size="xs"
            flex={1}
            label={t("to")}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </Group>
        <Button type="submit" size="xs" variant="default" fullWidth mt="xs" disabled={backwards}>
          {backwards ? t("backwards") : t("between", { from: from || "…", to: to || "…" })}
        </Button>
      </form>
    </Stack>
  );
}
