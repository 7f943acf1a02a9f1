import { Group, Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatDuration } from "../../report/format/duration.ts";
import { formatGoal } from "../../report/format/rate.ts";
import { Section } from "../ui/section.tsx";
import type { Journey } from "./query.ts";

/** From first to last event: the time that so many of the journeys take at most. */
export function HowLong({ throughput }: Pick<Journey, "throughput">) {
  const t = useTranslations("journey");
  if (throughput === null || throughput.n === 0) return null;
  const { p10, p50, p90, p99, mean } = throughput;
  const shares = [
    [0.1, p10],
    [0.5, p50],
    [0.9, p90],
    [0.99, p99],
  ] as const;
  return (
    <Section title={t("howLong")}>
      <Group component="dl" gap="xl" m={0}>
        {shares.map(([share, seconds]) => (
          <Term key={share} name={t("takes", { share: formatGoal(share) })} seconds={seconds} />
        ))}
        <Term name={t("mean")} seconds={mean} />
      </Group>
    </Section>
  );
}

function Term({ name, seconds }: { readonly name: string; readonly seconds: number }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} fw={600}>
        {formatDuration(seconds)}
      </Text>
    </div>
  );
}
