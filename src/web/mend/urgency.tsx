import { Group, Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatDuration } from "../../report/format/duration.ts";
import { formatChance } from "../../report/format/rate.ts";
import type { ToldDeficit } from "./query.ts";

/** How pressing it is: time left, the chance that it breaks, since when they wait, and what is at stake. */
export function Urgency({ deficit, asOf }: { readonly deficit: ToldDeficit; readonly asOf: string }) {
  const t = useTranslations("mend");
  const { shortfalls } = deficit;
  const likely = shortfalls.filter(({ state }) => state === "likely");
  const broken = shortfalls.filter(({ state }) => state === "broken");
  const hours = likely.flatMap(({ hours_left }) => hours_left ?? []);
  const least = hours.length === 0 ? null : Math.min(...hours);
  const chance = Math.max(0, ...likely.map((one) => one.chance));
  const since = broken
    .map(({ asked_at, due_at }) => Date.parse(due_at ?? asked_at))
    .filter((at) => at <= Date.parse(asOf));
  const ago = since.length === 0 ? null : (Date.parse(asOf) - Math.max(...since)) / 1000;
  const weighty = shortfalls.reduce((a, b) => (b.stakes > a.stakes ? b : a), shortfalls[0] ?? NOTHING);
  const parts = [
    likely.length > 0 && least !== null && (least > 0 ? t("left", { left: formatDuration(least * 3600) }) : t("over")),
    likely.length > 0 && t("chance", { chance: formatChance(chance) }),
    ago !== null && t("since", { ago: formatDuration(ago) }),
    broken.length === 0 &&
      weighty.stakes > 1 &&
      t("stakes", { stakes: weighty.stakes, occasion: weighty.occasion ?? "" }),
  ].filter((part) => part !== false);
  return (
    <Group gap={5} mt={2} style={{ rowGap: 0 }}>
      {parts.map((part, i) => (
        <Text
          key={part}
          size="sm"
          {...(i === 0 && likely.length > 0 ? { className: "missed", fw: 600 } : { c: "dimmed" })}
        >
          {part}
          {i < parts.length - 1 && " ·"}
        </Text>
      ))}
    </Group>
  );
}

const NOTHING = { stakes: 1, occasion: null } as const;
