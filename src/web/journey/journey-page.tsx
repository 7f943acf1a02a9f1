import "./journey.css";
import { Button, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { journeySentence } from "../../report/words/journey.ts";
import { lacks } from "../api/lack.ts";
import { isFiltered } from "../filter/filter.ts";
import { FilterBar } from "../filter/filter-bar.tsx";
import { useMay } from "../session/me.ts";
import { FirstRun } from "../shell/first-run.tsx";
import { Loading } from "../shell/loading.tsx";
import { Section } from "../ui/section.tsx";
import { HowLong } from "./how-long.tsx";
import { JourneyPicture } from "./journey-picture.tsx";
import { LostTime } from "./lost-time.tsx";
import { begunOf, goersQuery, journeyQuery, type Stretch } from "./query.ts";
import { StepsTable } from "./steps-table.tsx";
import { StretchPanel } from "./stretch-panel.tsx";
import { WaysTable } from "./ways-table.tsx";

const route = getRouteApi("/inside/journeys/$name");

/** One journey: the path as it is meant and as it is gone, with who and why behind each step and way. */
export function JourneyPage() {
  const t = useTranslations("journey");
  const { name } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const begun = begunOf(search);
  const { step, next, last } = search;
  const stretch: Stretch | undefined = step === undefined ? undefined : { step, next, last };
  const { data: journey, error } = useQuery(journeyQuery(name, begun));
  // Asked for beside the journey, not after it.
  const may = useMay("customers:read");
  useInfiniteQuery({ ...goersQuery(name, stretch ?? { step: "" }, begun), enabled: may && stretch !== undefined });
  const lack = lacks(error);
  if (lack !== null) return <FirstRun lack={lack} />;
  if (error !== null && journey === undefined) throw error;
  if (journey === undefined) return <Loading />;
  const go = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), resetScroll: false, replace: true });
  const onChoose = (chosen: Stretch | undefined) => go({ step: chosen?.step, next: chosen?.next, last: chosen?.last });
  const onClear = () => go({ from: undefined, to: undefined, occasion: undefined });
  return (
    <Stack gap="xl">
      <div>
        <Title order={1}>{journey.journey}</Title>
        <p className="lead">{journeySentence(journey)}</p>
        <FilterBar filter={begun} only={BEGUN} onChange={(filter) => go(begunOf(filter))} />
      </div>
      {journey.subjects === 0 && <Nobody filtered={isFiltered(begun)} onClear={onClear} />}
      <JourneyPicture
        key={journey.journey}
        journey={journey}
        share={search.share === undefined ? undefined : Number(search.share) / 100}
        onShare={(share) => go({ share: String(share * 100) })}
        stretch={stretch}
        onChoose={onChoose}
      />
      <Section title={t("steps")} folds>
        <StepsTable journey={journey} onChoose={onChoose} />
      </Section>
      {journey.variants.length > 0 && <WaysTable journey={journey} />}
      <HowLong throughput={journey.throughput} />
      <LostTime journey={journey} />
      <StretchPanel journey={journey} begun={begun} stretch={stretch} onChoose={onChoose} />
    </Stack>
  );
}

const BEGUN = ["occasion"] as const;

function Nobody({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const t = useTranslations("journey");
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={650}>{t("nobody")}</Text>
      <Text c="dimmed">{t("nobodyText")}</Text>
      {filtered && (
        <Button variant="default" onClick={onClear}>
          {t("clear")}
        </Button>
      )}
    </Stack>
  );
}
