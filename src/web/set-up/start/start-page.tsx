import {
  Alert,
  Anchor,
  Badge,
  Button,
  Card,
  Group,
  List,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  ThemeIcon,
  Title,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check, Circle } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { get } from "../../api/call.ts";
import { useMay } from "../../session/me.ts";
import { Trouble } from "../../shell/trouble.tsx";
import { isWhole, type Standing, standing } from "../standing.ts";
import { DemoCard } from "./demo-card.tsx";

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
          <Anchor renderRoot={(props) => <Link to="/" {...props} />}>{t("toGaps")}</Anchor>
        </Alert>
      )}
      <Steps has={data} />
      <Ways has={data} />
    </Stack>
  );
}

function Steps({ has }: { readonly has: Standing }) {
  const t = useTranslations("setUp");
  const format = useFormatter();
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
          {judged === null || events === 0
            ? t("notJudged")
            : t("isJudged", { moment: format.dateTime(new Date(judged), { dateStyle: "medium", timeStyle: "short" }) })}
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
      <Anchor size="sm" renderRoot={(props) => <Link to={to} {...props} />}>
        {link}
      </Anchor>
    </List.Item>
  );
}

interface Template {
  readonly name: string;
  readonly about: string;
}

function Ways({ has }: { readonly has: Standing }) {
  const t = useTranslations("setUp");
  const mayWrite = useMay("experience:write");
  const maySend = useMay("events:write");
  const { data: templates } = useQuery({
    queryKey: ["templates"],
    queryFn: ({ signal }) => get<Template[]>("/api/templates", {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t("ways")}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        <DemoCard has={has} />
        {mayWrite && (
          <Card withBorder>
            <Stack gap="xs">
              <Title order={3} size="h4">
                {t("template")}
              </Title>
              <Text size="sm">{t("templateText")}</Text>
              {(templates ?? []).map(({ name, about }) => (
                <Group key={name} justify="space-between" wrap="nowrap" gap="xs">
                  <Text size="sm">
                    <Badge variant="default" tt="none" mr={6}>
                      {name}
                    </Badge>
                    {about}
                  </Text>
                  <Button
                    size="compact-sm"
                    variant="default"
                    flex="none"
                    aria-label={t("useTemplate", { name })}
                    renderRoot={(props) => <Link to="/set-up/experience" search={{ template: name }} {...props} />}
                  >
                    {t("use")}
                  </Button>
                </Group>
              ))}
            </Stack>
          </Card>
        )}
        {maySend && (
          <Card withBorder>
            <Stack gap="xs" h="100%">
              <Title order={3} size="h4">
                {t("ownFile")}
              </Title>
              <Text size="sm">{t("ownFileText")}</Text>
              <Button mt="auto" variant="default" renderRoot={(props) => <Link to="/set-up/data" {...props} />}>
                {t("handIn")}
              </Button>
            </Stack>
          </Card>
        )}
      </SimpleGrid>
    </section>
  );
}
