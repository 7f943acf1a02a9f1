import "./journey.css";
import { Button, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { journeySentence } from "../../report/words/journey.ts";
import { lacks } from "../api/lack.ts";
import { useMay } from "../session/me.ts";
import { FirstRun } from "../shell/first-run.tsx";
import { Loading } from "../shell/loading.tsx";
import { TextLink } from "../ui/link.tsx";
import { Chips } from "./chips.tsx";
import { type JourneyBriefly, journeysQuery } from "./query.ts";

/** All journeys, each with its path as it is meant and how it is gone, in a few words. */
export function JourneysPage() {
  const t = useTranslations("journey");
  const { data, error } = useQuery(journeysQuery);
  const lack = lacks(error);
  if (lack !== null) return <FirstRun lack={lack} />;
  if (error !== null && data === undefined) throw error;
  if (data === undefined) return <Loading />;
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t("title")}</Title>
        <Text c="dimmed">{t("about")}</Text>
      </div>
      {data.journeys.length === 0 ? <None /> : data.journeys.map((one) => <Brief key={one.journey} journey={one} />)}
    </Stack>
  );
}

function Brief({ journey }: { readonly journey: JourneyBriefly }) {
  const name = journey.journey;
  return (
    <section className="journey-brief" aria-labelledby={`journey-${name}`}>
      <Title order={2} size="h3" id={`journey-${name}`}>
        <TextLink inherit to="/journeys/$name" params={{ name }}>
          {name}
        </TextLink>
      </Title>
      <Text my={6}>{journeySentence(journey)}</Text>
      <Chips way={journey.path} path={journey.path} />
    </section>
  );
}

function None() {
  const t = useTranslations("journey");
  const may = useMay("experience:read");
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={650}>{t("noJourneys")}</Text>
      <Text c="dimmed" maw={560}>
        {t("noJourneysText")}
      </Text>
      {may && <Button renderRoot={(props) => <Link to="/set-up" {...props} />}>{t("toSetUp")}</Button>}
    </Stack>
  );
}
