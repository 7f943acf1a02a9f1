import { Select, SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Look, Mapping } from "./source.ts";

const ONE_EVENT = "\u0000one";

/** Which column is what: as it was guessed, until somebody says otherwise. */
export function MappingForm({
  look,
  said,
  onSay,
}: {
  readonly look: Look;
  readonly said: Mapping;
  readonly onSay: (mapping: Mapping) => void;
}) {
  const t = useTranslations("setUp");
  const columns = look.columns.map(({ name, example }) => ({
    value: name,
    label: example === "" ? name : t("columnLike", { name, example: example.slice(0, 40) }),
  }));
  const say = (change: Partial<Record<keyof Mapping, string | undefined>>) => {
    const all = { ...said, ...change };
    onSay(
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== "")) as Mapping,
    );
  };
  const { customer, name, event, at, id } = look.found;
  const described = (role: "customer" | "name" | "at" | "id") =>
    look.missing.includes(role)
      ? { error: t("choose") }
      : look.guessed.includes(role)
        ? { description: t("guessed") }
        : {};
  const [oneEvent, setOneEvent] = useState(false);
  const isOne = oneEvent || (event !== null && name === null);
  const chooseName = (value: string | null) => {
    setOneEvent(value === ONE_EVENT);
    if (value !== ONE_EVENT) say({ name: value ?? undefined, event: undefined });
    else say({ name: undefined });
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
      <Select
        label={t("columnCustomer")}
        data={columns}
        value={customer}
        onChange={(value) => say({ customer: value ?? undefined })}
        searchable
        {...described("customer")}
      />
      <Select
        label={t("columnName")}
        data={[{ value: ONE_EVENT, label: t("oneEvent") }, ...columns]}
        value={isOne ? ONE_EVENT : name}
        onChange={chooseName}
        searchable
        {...(isOne ? {} : described("name"))}
      />
      {isOne && (
        <TextInput
          label={t("eventName")}
          defaultValue={said.event ?? event ?? ""}
          onBlur={({ currentTarget: { value } }) => say({ event: value.trim(), name: undefined })}
          onKeyDown={({ key, currentTarget: { value } }) =>
            key === "Enter" && say({ event: value.trim(), name: undefined })
          }
          maxLength={200}
        />
      )}
      <Select
        label={t("columnAt")}
        data={columns}
        value={at}
        onChange={(value) => say({ at: value ?? undefined })}
        searchable
        {...described("at")}
      />
      <Select
        label={t("columnId")}
        placeholder={t("madeId")}
        data={columns}
        value={id}
        onChange={(value) => say({ id: value ?? undefined })}
        clearable={said.id !== undefined}
        searchable
        {...described("id")}
      />
      <Select
        label={t("dates")}
        description={t("datesText")}
        data={[
          { value: "day-first", label: t("dayFirst") },
          { value: "month-first", label: t("monthFirst") },
        ]}
        value={said.dates ?? look.dates}
        onChange={(value) => say({ dates: value ?? undefined })}
        clearable
      />
      <Select
        label={t("timezone")}
        description={t("timezoneText")}
        data={zones(look.timezone)}
        value={look.timezone}
        onChange={(value) => say({ timezone: value ?? undefined })}
        searchable
        limit={60}
      />
    </SimpleGrid>
  );
}

const zones = (now: string): string[] => [...new Set([now, "UTC", ...Intl.supportedValuesOf("timeZone")])];
