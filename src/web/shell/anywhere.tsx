import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
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
  const wanted = typed.trim();
  const [search] = useDebouncedValue(wanted, 200);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ["customers", "anywhere", search],
    queryFn: ({ signal }) => get<z.output<typeof FOUND>>("/api/search", { q: search, limit: 6 }, signal),
    enabled: may && search.length > 1,
  });
  // Not those who were found by what one typed before.
  const isFound = search.length > 1 && search === wanted && !isPlaceholderData;
  return isFound ? (data?.customers?.map(({ customer }) => customer) ?? []) : [];
};

/** ⌘K, wherever one types, or / where one does not: every page, promise, journey and customer by name. */
export function Anywhere() {
  const t = useTranslations();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const { data: choices } = useQuery(choicesQuery);
  const customers = useCustomers(typed);
  const onEnter = useEnter();
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
        onKeyDown: onEnter,
      }}
      scrollable
      maxHeight={420}
    />
  );
}

/**
 * Enter takes what the arrows have come to, else the first. The dialogue chooses when one types, from what was found by then:
 * nothing, or what is the first no longer.
 */
function useEnter(): (event: KeyboardEvent<HTMLInputElement>) => void {
  const arrowed = useRef(false);
  return ({ key, nativeEvent, currentTarget }) => {
    if (nativeEvent.isComposing) return;
    if (key !== "Enter") {
      arrowed.current = key === "ArrowDown" || key === "ArrowUp";
      return;
    }
    const dialog = currentTarget.closest("[role=dialog]");
    const chosen = dialog?.querySelector("[data-selected]");
    if (arrowed.current && chosen) return;
    chosen?.removeAttribute("data-selected");
    dialog?.querySelector<HTMLElement>("[data-action]")?.click();
  };
}
