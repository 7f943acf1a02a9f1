import { Group, Select, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { choicesQuery } from "../filter/choices.ts";
import { filterOf } from "../filter/filter.ts";
import { FilterBar } from "../filter/filter-bar.tsx";
import type { MendSearch } from "./search.ts";

const here = getRouteApi("/inside/mend");
/** What an agent narrows by; whatever else stands in the address holds, too. */
const ONLY = ["occasion", "team"] as const;
const ORDERS = ["deficit", "to_save"] as const;

/** By promise, and by what the bar of all pages offers. */
export function Narrow({ onChange }: { readonly onChange: (next: Partial<MendSearch>) => void }) {
  const t = useTranslations("mend");
  const search = here.useSearch();
  const { data: choices } = useQuery(choicesQuery);
  const promises = (choices?.promises ?? []).map(({ name, says }) => ({ value: name, label: says }));
  return (
    <Stack gap="xs">
      <FilterBar filter={filterOf(search)} only={ONLY} onChange={(filter) => onChange(filterOf(filter))} />
      <Group gap="xs" wrap="nowrap" className="screen-only">
        <Select
          aria-label={t("promise")}
          placeholder={t("anyPromise")}
          data={promises}
          value={search.promise ?? null}
          onChange={(promise) => onChange({ promise: promise ?? undefined })}
          clearable
          searchable
          flex={1}
          maw={420}
        />
        <Select
          aria-label={t("order")}
          data={ORDERS.map((value) => ({ value, label: t(value === "deficit" ? "byDeficit" : "bySave") }))}
          value={search.order ?? "deficit"}
          allowDeselect={false}
          onChange={(order) => onChange({ order: order === "to_save" ? order : undefined })}
          w={170}
        />
      </Group>
    </Stack>
  );
}
