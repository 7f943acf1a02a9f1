import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { lacks } from "../api/lack.ts";
import { type Filter, filterOf, isFiltered } from "../filter/filter.ts";
import { FilterBar } from "../filter/filter-bar.tsx";
import { FirstRun } from "../shell/first-run.tsx";
import { Loading } from "../shell/loading.tsx";
import { Section } from "../ui/section.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { isBeingMeasured, valueQuery } from "../value/query.ts";
import { WorthPart } from "../value/worth-part.tsx";
import { GapsTable } from "./gaps-table.tsx";
import { Lead } from "./lead.tsx";
import { type Gaps, gapsQuery } from "./query.ts";

const here = getRouteApi("/inside/");

/** The page of each morning: what matters most today, and every promise in a row. */
export function GapsPage() {
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const filter = filterOf(search);
  const asked = useQuery(gapsQuery(filter));
  const lack = lacks(asked.error);
  if (lack !== null) return <FirstRun lack={lack} />;
  if (asked.data === undefined) {
    if (asked.error !== null) throw asked.error;
    return <Loading />;
  }
  const gaps = asked.data;
  if (gaps.events === 0) return <FirstRun lack="no-events" />;
  if (gaps.promises.length === 0 && !isFiltered(filter)) return <FirstRun lack="no-experience" />;
  const put = (next: Filter) => void navigate({ search: (old) => ({ ...old, ...filterOf(next) }), resetScroll: false });
  return (
    <Stack gap="lg" aria-busy={asked.isPlaceholderData}>
      <Head gaps={gaps} />
      <FilterBar filter={filter} onChange={put} />
      <Wrong error={asked.error} />
      <Body gaps={gaps} filter={filter} onClear={() => put({})} />
    </Stack>
  );
}

function Head({ gaps }: { readonly gaps: Gaps }) {
  const t = useTranslations();
  const { as_of, timezone, customers, events } = gaps;
  return (
    <div>
      <Title order={1}>{gaps.experience}</Title>
      <Group gap="md">
        <Text c="dimmed">{t("gaps.heading")}</Text>
        <Text c="dimmed" size="sm">
          {t("shell.asOf", { moment: formatMoment(as_of, timezone) })} · {t("gaps.facts", { customers, events })}
        </Text>
      </Group>
    </div>
  );
}

function Body({
  gaps,
  filter,
  onClear,
}: {
  readonly gaps: Gaps;
  readonly filter: Filter;
  readonly onClear: () => void;
}) {
  const t = useTranslations("gaps");
  const { sort, group } = here.useSearch();
  const navigate = here.useNavigate();
  const value = useQuery(valueQuery);
  if (gaps.promises.length === 0)
    return (
      <Stack align="start">
        <Text>{t("nothingLeft")}</Text>
        <Button variant="default" onClick={onClear}>
          {t("clear")}
        </Button>
      </Stack>
    );
  return (
    <>
      <Lead lead={gaps.lead} filter={filter} />
      <Section title={t("promises")}>
        <GapsTable
          gaps={gaps}
          filter={filter}
          value={value.data}
          measuring={isBeingMeasured(value)}
          sort={sort}
          group={group}
          onLook={(look) => void navigate({ search: (old) => ({ ...old, ...look }), resetScroll: false })}
        />
      </Section>
      <WorthPart value={value.data} timezone={gaps.timezone} />
    </>
  );
}
