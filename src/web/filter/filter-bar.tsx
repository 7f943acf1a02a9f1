import { Group, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { treeOf } from "../../report/words/tree.ts";
import type { Filters } from "../../server/gaps/filters.ts";
import { Chips } from "./chips.tsx";
import { choicesQuery } from "./choices.ts";
import { type Choice, Choose } from "./choose.tsx";
import { ChoosePeriod } from "./choose-period.tsx";
import { ChooseProperty } from "./choose-property.tsx";
import type { Filter } from "./filter.ts";
import { FilterMenu } from "./filter-menu.tsx";

/** What is looked at: by time, occasion, team, touchpoint and whatever the event that asked had; with what is on below. */
export function FilterBar({
  filter,
  promise,
  only,
  onChange,
}: {
  readonly filter: Filter;
  /** On the page of one promise, only what there is to choose of it. */
  readonly promise?: string;
  /** Where not everything can be chosen beside the time. */
  readonly only?: readonly ("occasion" | "team" | "touchpoint" | "property")[];
  readonly onChange: (filter: Filter) => void;
}) {
  const t = useTranslations("filter");
  const { data: choices } = useQuery(choicesQuery);
  const lists = listsOf(choices, t("noOccasion"));
  const isOffered = (list: NonNullable<typeof only>[number]) => only === undefined || only.includes(list);
  const properties = (choices?.properties ?? []).filter(
    (one) => promise === undefined || one.promises.includes(promise),
  );
  const put = (list: keyof typeof lists | "property", chosen: readonly string[]) =>
    onChange({ ...filter, [list]: chosen.length === 0 ? undefined : [...chosen] });
  return (
    <Stack gap="xs" component="section" aria-label={t("bar")}>
      <Group gap="xs" className="screen-only">
        <FilterMenu label={t("period")} chosen={filter.from === undefined && filter.to === undefined ? 0 : 1}>
          {(close) =>
            choices && (
              <ChoosePeriod
                asOf={choices.as_of}
                timezone={choices.timezone}
                period={{ from: filter.from, to: filter.to }}
                onChange={(period) => {
                  onChange({ ...filter, from: period.from, to: period.to });
                  close();
                }}
              />
            )
          }
        </FilterMenu>
        {(["occasion", "team", "touchpoint"] as const).filter(isOffered).map((list) =>
          choices !== undefined && lists[list].length < 2 ? null : (
            <FilterMenu key={list} label={t(list)} chosen={filter[list]?.length ?? 0}>
              {() => (
                <Choose
                  label={t(list)}
                  choices={lists[list]}
                  chosen={filter[list] ?? []}
                  onChange={(chosen) => put(list, chosen)}
                />
              )}
            </FilterMenu>
          ),
        )}
        {!isOffered("property") || (choices !== undefined && properties.length === 0) ? null : (
          <FilterMenu label={t("property")} chosen={filter.property?.length ?? 0}>
            {() => (
              <ChooseProperty
                properties={properties}
                chosen={filter.property ?? []}
                onChange={(chosen) => put("property", chosen)}
              />
            )}
          </FilterMenu>
        )}
      </Group>
      <Chips filter={filter} choices={choices} onChange={onChange} />
    </Stack>
  );
}

function listsOf(
  choices: Filters | undefined,
  noOccasion: string,
): Readonly<Record<"occasion" | "team" | "touchpoint", readonly Choice[]>> {
  const { occasions = [], teams = [], touchpoints = [] } = choices ?? {};
  return {
    occasion: occasions.map(({ name, asked }) => ({
      value: name,
      label: name === "" ? noOccasion : name,
      count: asked,
    })),
    team: treeOf(teams).map(({ team, depth }) => ({
      value: team.name,
      label: team.name,
      count: team.asked,
      depth,
      outside: team.outside,
    })),
    touchpoint: touchpoints.map(({ name, asked }) => ({ value: name, label: name, count: asked })),
  };
}
