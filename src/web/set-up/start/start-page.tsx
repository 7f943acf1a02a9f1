import { Alert, List, Skeleton, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Check, Circle } from "lucide-react";
import { useTranslations } from "use-intl";
import { useWhen } from "../../mend/when.ts";
import { Trouble } from "../../shell/trouble.tsx";
import { TextLink } from "../../ui/link.tsx";
import { isWhole, type Standing, standing } from "../standing.ts";
import { Ways } from "./ways.tsx";

/** What is there, what is missing, and the ways to begin. */
export function StartPage() {
  const t = useTranslations("setUp");
  const { data, error, refetch } = useQuery(standing);
  if (error !== null && data === undefined) return <Trouble error={error} reset={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={320} />;
  return (
    <Stack gap="xl">
      {isWhole(data) && (
        <Alert title={t("whole")}>
          <TextLink to="/">{t("toGaps")}</TextLink>
        </Alert>
      )}
      <Steps has={data} />
      <Ways has={data} />
    </Stack>
  );
}

function Steps({ has }: { readonly has: Standing }) {
  const t = useTranslations("setUp");
  const when = useWhen();
  const { experience, events, judged_as_of: judged, people } = has;
  const promised = experience !== null && experience.faults === 0;
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t("steps")}
      </Title>
      <List spacing="sm" center>
        <Step done={promised} to="/set-up/experience" link={t("toExperience")}>
          {experience === null
            ? t("noExperience")
            : promised
              ? t("hasExperience", { name: experience.name ?? "", promises: experience.promises })
              : t("faultyExperience", { faults: experience.faults })}
        </Step>
        <Step done={events > 0} to="/set-up/data" link={t("toData")}>
          {events === 0 ? t("noEvents") : t("hasEvents", { events })}
        </Step>
        <Step done={judged !== null && events > 0} to="/" link={t("toGaps")}>
          {judged === null || events === 0 ? t("notJudged") : t("isJudged", { moment: when(judged) })}
        </Step>
        <Step done={people > 1} to="/people" link={t("toPeople")}>
          {people > 1 ? t("hasPeople", { people }) : t("alone")}
        </Step>
      </List>
    </section>
  );
}

function Step({
  done,
  to,
  link,
  children,
}: {
  readonly done: boolean;
  readonly to: "/" | "/set-up/experience" | "/set-up/data" | "/people";
  readonly link: string;
  readonly children: string;
}) {
  const t = useTranslations("setUp");
  const mark = (
    <ThemeIcon size={22} radius="xl" variant={done ? "filled" : "default"}>
      {done ? <Check size={14} aria-label={t("done")} /> : <Circle size={10} aria-label={t("missing")} />}
    </ThemeIcon>
  );
  return (
    <List.Item icon={mark}>
      <Text span>{children}</Text>{" "}
      <TextLink size="sm" to={to}>
        {link}
      </TextLink>
    </List.Item>
  );
}
