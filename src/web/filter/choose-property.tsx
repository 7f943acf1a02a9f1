import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { Filters } from "../../server/gaps/filters.ts";
import { Choose } from "./choose.tsx";
import { nameOfProperty, propertyText } from "./property-text.ts";

type Property = Filters["properties"][number];

/** What the event that asked had: first which property, then any of its values. */
export function ChooseProperty({
  properties,
  chosen,
  onChange,
}: {
  readonly properties: readonly Property[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  const t = useTranslations("filter");
  const [picked, setPicked] = useState<string>();
  const [first = ""] = [...chosen.map(nameOfProperty), ...properties.map((one) => one.name)];
  const name = picked ?? first;
  const property = properties.find((one) => one.name === name);
  const others = chosen.filter((text) => nameOfProperty(text) !== name);
  const own = chosen.filter((text) => nameOfProperty(text) === name);
  return (
    <Stack gap="sm">
      <NativeSelect
        size="xs"
        label={t("whichProperty")}
        data={properties.map((one) => one.name)}
        value={name}
        onChange={(event) => setPicked(event.currentTarget.value)}
      />
      {property?.values ? (
        <Choose
          key={name}
          label={name}
          choices={property.values.map(({ value, events }) => ({
            value: propertyText(name, value),
            label: value ?? t("none"),
            count: events,
          }))}
          chosen={own}
          onChange={(next) => onChange([...others, ...next])}
        />
      ) : (
        <Exactly key={name} onAdd={(value) => onChange([...chosen, propertyText(name, value)])} />
      )}
      {property?.more && (
        <Text size="xs" c="dimmed">
          {t("moreValues")}
        </Text>
      )}
    </Stack>
  );
}

/** Where there are no kinds to choose from, the value itself. */
function Exactly({ onAdd }: { readonly onAdd: (value: string) => void }) {
  const t = useTranslations("filter");
  const [typed, setTyped] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== "") onAdd(typed.trim());
    setTyped("");
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          label={t("exactly")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default">
          {t("add")}
        </Button>
      </Group>
    </form>
  );
}
