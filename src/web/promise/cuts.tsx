import { Tabs } from "@mantine/core";
import { useTranslations } from "use-intl";
import type { Filter } from "../filter/filter.ts";
import { Section } from "../ui/section.tsx";
import { SortedTable } from "../ui/sorted-table.tsx";
import { type Cut, cutsOf } from "./cut.ts";
import { useCutColumns } from "./cut-columns.tsx";
import type { PromiseAnswer } from "./query.ts";

const WORDS = { occasion: "byOccasion", team: "byTeam", touchpoint: "byTouchpoint", month: "byMonth" } as const;

interface Shown {
  readonly gap: PromiseAnswer;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Where it breaks: cut by occasion, team, touchpoint, month and whatever was known; a click looks at that part alone. */
export function Cuts({
  by,
  onBy,
  ...shown
}: Shown & { readonly by: string | undefined; readonly onBy: (by: string) => void }) {
  const t = useTranslations("promise");
  const cuts = cutsOf(shown.gap);
  const cut = cuts.find(({ id }) => id === by) ?? cuts[0];
  if (cut === undefined) return null;
  const name = (one: Cut) => (one.kind === "property" ? one.name : t(WORDS[one.kind]));
  return (
    <Section title={t("cuts")} folds>
      <Tabs value={cut.id} onChange={(id) => id !== null && onBy(id)} keepMounted={false}>
        <Tabs.List aria-label={t("cutBy")}>
          {cuts.map((one) => (
            <Tabs.Tab key={one.id} value={one.id}>
              {name(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={cut.id} pt="xs">
          <CutTable key={cut.id} cut={cut} head={name(cut)} {...shown} />
        </Tabs.Panel>
      </Tabs>
    </Section>
  );
}

function CutTable({ gap, filter, onFilter, cut, head }: Shown & { readonly cut: Cut; readonly head: string }) {
  const t = useTranslations("promise");
  const columns = useCutColumns(gap, cut, head, filter, onFilter);
  return (
    <SortedTable
      caption={`${t("cuts")}: ${head}`}
      name={`${gap.promise}-${cut.name}`}
      columns={columns}
      rows={cut.slices}
      keyOf={({ key }) => JSON.stringify(key)}
    />
  );
}
