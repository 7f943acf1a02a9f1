import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import type { FOUND } from "../../server/customers/search.ts";
import { get } from "../api/call.ts";
import { choicesQuery } from "../filter/choices.ts";
import { useMay } from "../session/me.ts";
import { usePages } from "./pages.ts";

/** What is found of customers by what is typed. */
const useCustomers = (typed: string): readonly string[] => {
  const may = useMay("customers:read");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery({
    queryKey: ["customers", "anywhere", search],
    queryFn: ({ signal }) => get<z.output<typeof FOUND>>("/api/search", { q: search, limit: 6 }, signal),
    enabled: may && search.length > 1,
  });
  return search.length > 1 ? (data?.customers?.map(({ customer }) => customer) ?? []) : [];
};

/** ⌘K, wherever one types, or / where one does not: every page, promise, journey and customer by name. */
export function Anywhere() {
  const t = useTranslations();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const { data: choices } = useQuery(choicesQuery);
  const customers = useCustomers(typed);
  useHotkeys([["/", spotlight.open]]);
  const found = (label: string) => label.toLowerCase().includes(typed.trim().toLowerCase());
  const action = (label: string, href: string): SpotlightActionData => ({
    id: href,
    label,
    onClick: () => void router.navigate({ href }),
  });
  const pages = usePages()
    .map(({ name, to }) => action(t(`${name}.title`), to))
    .filter(({ label }) => found(label ?? ""));
  const promises = (choices?.promises ?? [])
    .filter(({ name, says }) => found(name) || found(says))
    .slice(0, 8)
    .map(({ name, says }) => ({ ...action(says, `/promises/${encodeURIComponent(name)}`), description: name }));
  const journeys = (choices?.journeys ?? [])
    .filter((journey) => found(journey))
    .map((journey) => action(journey, `/journeys/${encodeURIComponent(journey)}`));
  const people = customers.map((id) => action(id, `/customers/${encodeURIComponent(id)}`));
  const groups: SpotlightActionGroupData[] = [
    { group: t("shell.customers"), actions: people },
    { group: t("shell.promises"), actions: promises },
    { group: t("shell.journeys"), actions: journeys },
    { group: t("shell.pages"), actions: pages },
  ].filter(({ actions }) => actions.length > 0);
  return (
    <Spotlight
      actions={groups}
      filter={(_query, actions) => actions}
      query={typed}
      onQueryChange={setTyped}
      nothingFound={t("shell.nothingFound")}
      shortcut="mod + K"
      tagsToIgnore={[]}
      triggerOnContentEditable
      searchProps={{
        leftSection: <Search size={17} aria-hidden="true" />,
        placeholder: t("shell.search"),
        "aria-label": t("shell.search"),
      }}
      scrollable
      maxHeight={420}
    />
  );
}
