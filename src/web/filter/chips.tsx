import { Button, Group, Text } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Filters } from "../../server/gaps/filters.ts";
import { type Filter, isFiltered } from "./filter.ts";
import { isSamePeriod, presetsAt } from "./periods.ts";
import { nameOfProperty, valueOfProperty } from "./property-text.ts";

const LISTS = ["occasion", "team", "touchpoint", "property"] as const;

/** All that is filtered by, each a button that takes it away again. */
export function Chips({
  filter,
  choices,
  onChange,
}: {
  readonly filter: Filter;
  readonly choices: Filters | undefined;
  readonly onChange: (filter: Filter) => void;
}) {
  const t = useTranslations("filter");
  const period = usePeriodWords(filter, choices);
  if (!isFiltered(filter)) return null;
  const without = (list: (typeof LISTS)[number], value: string) => {
    const rest = filter[list]?.filter((one) => one !== value) ?? [];
    onChange({ ...filter, [list]: rest.length === 0 ? undefined : rest });
  };
  const name = (list: (typeof LISTS)[number], value: string) =>
    list === "property"
      ? `${nameOfProperty(value)}: ${valueOfProperty(value) ?? t("none")}`
      : `${t(list)}: ${value === "" ? t("noOccasion") : value}`;
  return (
    <Group gap={6} role="group" aria-label={t("on")}>
      <Text size="sm" c="dimmed">
        {t("on")}
      </Text>
      {period !== null && (
        <Chip name={period} onRemove={() => onChange({ ...filter, from: undefined, to: undefined })} />
      )}
      {LISTS.flatMap((list) =>
        (filter[list] ?? []).map((value) => (
          <Chip key={`${list} ${value}`} name={name(list, value)} onRemove={() => without(list, value)} />
        )),
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange({})}>
        {t("clear")}
      </Button>
    </Group>
  );
}

function Chip({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const t = useTranslations("filter");
  return (
    <Button
      size="compact-sm"
      variant="light"
      radius="xl"
      fw={500}
      className="on-paper"
      aria-label={t("remove", { name })}
      rightSection={<X size={13} aria-hidden="true" />}
      onClick={onRemove}
    >
      {name}
    </Button>
  );
}

/** The period by its usual name where it has one; null where all of time is looked at. */
function usePeriodWords({ from, to }: Filter, choices: Filters | undefined): string | null {
  const t = useTranslations("filter");
  const presets = choices === undefined ? [] : presetsAt(choices.as_of, choices.timezone);
  const preset = presets.find((one) => isSamePeriod(one, { from, to }));
  if (preset !== undefined) return t(preset.name);
  if (from !== undefined && to !== undefined) return t("between", { from, to });
  if (from !== undefined) return t("since", { from });
  return to === undefined ? null : t("until", { to });
}
