import { Checkbox, Group, ScrollArea, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { Outside } from "../ui/who.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How many askings are behind it; null where nobody counted. */
  readonly count: number | null;
  readonly depth?: number;
  readonly outside?: boolean;
}

/** Any of several; with many of them one can type to find one. */
export function Choose({
  label,
  choices,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  const t = useTranslations("filter");
  const [typed, setTyped] = useState("");
  const shown = choices.filter(({ label: name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <Stack gap="xs">
      {choices.length > 8 && (
        <TextInput
          size="xs"
          aria-label={t("search", { name: label })}
          placeholder={t("search", { name: label })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={300} type="auto" offsetScrollbars>
        <Checkbox.Group aria-label={label} value={[...chosen]} onChange={onChange}>
          {shown.map((choice) => (
            <Group key={choice.value} justify="space-between" wrap="nowrap" gap="xs" pl={(choice.depth ?? 0) * 14}>
              <Checkbox
                size="xs"
                value={choice.value}
                py={5}
                label={
                  <Group gap={6} component="span">
                    {choice.label}
                    {choice.outside && <Outside />}
                  </Group>
                }
              />
              {choice.count !== null && (
                <Text size="xs" c="dimmed">
                  {formatCount(choice.count)}
                </Text>
              )}
            </Group>
          ))}
        </Checkbox.Group>
        {shown.length === 0 && <Text size="sm">{t("nothingFound")}</Text>}
      </ScrollArea.Autosize>
    </Stack>
  );
}
