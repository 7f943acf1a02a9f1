import { Button, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { distanceSentences } from "../../report/words/distance.ts";
import { Problem } from "../api/call.ts";
import { lacks } from "../api/lack.ts";
import { type Filter, filterOf } from "../filter/filter.ts";
import { FilterBar } from "../filter/filter-bar.tsx";
import { useMay } from "../session/me.ts";
import { FirstRun } from "../shell/first-run.tsx";
import { Loading } from "../shell/loading.tsx";
import { Section } from "../ui/section.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { isBeingMeasured, valueQuery } from "../value/query.ts";
import { BudgetPart } from "./budget.tsx";
import { Costs } from "./costs.tsx";
import { Cuts } from "./cuts.tsx";
import { Fates } from "./fates.tsx";
import { FeltPart } from "./felt.tsx";
import { LegsPart } from "./legs.tsx";
import { LineFigure, QuantilesTable } from "./line-figure.tsx";
import { Masthead } from "./masthead.tsx";
import { MonthsPart } from "./months.tsx";
import { type PromiseAnswer, promiseQuery, verdictsQuery } from "./query.ts";
import { RateFigure } from "./rate-figure.tsx";
import { SqlPart } from "./sql-part.tsx";
import { Verdicts } from "./verdicts.tsx";
import { Worst } from "./worst.tsx";
import "./promise.css";

const here = getRouteApi("/inside/promises/$name");

/** One promise in depth, for who answers for it. */
export function PromisePage() {
  const { name } = here.useParams();
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const filter = filterOf(search);
  const asked = useQuery(promiseQuery(name, filter));
  // Asked for beside the promise, not after it.
  useQuery(valueQuery);
  useInfiniteQuery({ ...verdictsQuery(name, filter, search.verdict ?? []), enabled: useMay("customers:read") });
  const put = (next: Filter) => void navigate({ search: (old) => ({ ...old, ...filterOf(next) }), resetScroll: false });
  const lack = lacks(asked.error);
  if (lack !== null) return <FirstRun lack={lack} />;
  if (asked.error instanceof Problem && asked.error.code === "filtered-out")
    return <FilteredOut name={name} filter={filter} onFilter={put} />;
  if (asked.data === undefined) {
    if (asked.error !== null) throw asked.error;
    return <Loading />;
  }
  return (
    <Stack gap="lg" aria-busy={asked.isPlaceholderData}>
      <Masthead gap={asked.data} filter={filter} />
      <FilterBar filter={filter} promise={name} onChange={put} />
      <Wrong error={asked.error} />
      <InDepth gap={asked.data} filter={filter} onFilter={put} />
    </Stack>
  );
}

interface Shown {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function FilteredOut({ name, filter, onFilter }: Shown & { readonly name: string }) {
  const t = useTranslations("promise");
  return (
    <Stack align="start">
      <Title order={1}>{name}</Title>
      <FilterBar filter={filter} promise={name} onChange={onFilter} />
      <Text>{t("filteredOut")}</Text>
      <Button variant="default" onClick={() => onFilter({})}>
        {t("clear")}
      </Button>
    </Stack>
  );
}

function InDepth({ gap, filter, onFilter }: Shown & { readonly gap: PromiseAnswer }) {
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const value = useQuery(valueQuery);
  const expectation = value.data?.expectations.find(({ promise }) => promise === gap.promise);
  const look = (next: { by?: string; verdict?: string[] }) =>
    void navigate({ search: (old) => ({ ...old, ...next }), resetScroll: false });
  return (
    <Stack gap={40}>
      <div className="promise-head">
        <RateFigure gap={gap} />
        <div>
          <LineFigure gap={gap} expectation={expectation} />
          <QuantilesTable gap={gap} />
        </div>
      </div>
      <Parts gap={gap} filter={filter} expectation={expectation} />
      <MonthsPart gap={gap} />
      <Cuts gap={gap} by={search.by} filter={filter} onBy={(by) => look({ by })} onFilter={onFilter} />
      {gap.legs !== null && gap.legs.length > 0 && <LegsPart promise={gap.promise} legs={gap.legs} />}
      <Costs gap={gap} value={value.data} waiting={isBeingMeasured(value)} trouble={value.error?.message ?? null} />
      {gap.worst !== null && <Worst gap={gap} worst={gap.worst} />}
      {gap.worst !== null && (
        <Verdicts gap={gap} filter={filter} verdict={search.verdict ?? []} onVerdict={(verdict) => look({ verdict })} />
      )}
      <SqlPart name={gap.promise} />
    </Stack>
  );
}

function Parts({
  gap,
  filter,
  expectation,
}: {
  readonly gap: PromiseAnswer;
  readonly filter: Filter;
  readonly expectation: Parameters<typeof FeltPart>[0]["expectation"];
}) {
  const t = useTranslations("promise");
  const distances = distanceSentences(gap, gap.currency);
  return (
    <div className="promise-parts">
      <Section title={t("fates")}>
        <Fates gap={gap} filter={filter} />
      </Section>
      <Section title={t("budget")}>
        <BudgetPart gap={gap} />
      </Section>
      {distances.length > 0 && (
        <Section title={t("distances")}>
          {distances.map((sentence) => (
            <Text key={sentence} mb={6}>
              {sentence}
            </Text>
          ))}
        </Section>
      )}
      <Section title={t("felt")}>
        <FeltPart gap={gap} expectation={expectation} />
      </Section>
    </div>
  );
}
