import { Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { formatAmount } from "../../report/format/amount.ts";
import { formatMoment } from "../../report/format/moment.ts";
import { Problem } from "../api/call.ts";
import { lacks } from "../api/lack.ts";
import { useCustomerNews } from "../live/customer-news.ts";
import { casesOf } from "../mend/query.ts";
import { FirstRun } from "../shell/first-run.tsx";
import { Loading } from "../shell/loading.tsx";
import { TextLink } from "../ui/link.tsx";
import { BriefView } from "./brief-view.tsx";
import { CasePart } from "./case-part.tsx";
import { EventsPart } from "./events-part.tsx";
import { IdsPart } from "./ids-part.tsx";
import { NoCustomer } from "./no-customer.tsx";
import { PersonPart } from "./person-part.tsx";
import { type Brief, briefQuery, idsQuery, saidQuery, worthQuery } from "./query.ts";
import { SaidPart } from "./said-part.tsx";
import { StoryPart } from "./story-part.tsx";
import { WorthPart } from "./worth-part.tsx";

const here = getRouteApi("/inside/customers/$id");

/** One customer: the brief for who talks to them now, and the whole story below. */
export function CustomerPage() {
  const { id } = here.useParams();
  return <About key={id} id={id} />;
}

function About({ id }: { readonly id: string }) {
  useCustomerNews(id);
  const { data: brief, error } = useQuery(briefQuery(id));
  // Read by the server in one go with the brief; what is worked out comes after it.
  usePrefetchQuery(saidQuery(id));
  usePrefetchQuery(idsQuery(id));
  usePrefetchQuery(casesOf(id));
  const worth = useQuery({ ...worthQuery(id), enabled: brief?.customer === id });
  const lack = lacks(error);
  if (lack !== null) return <FirstRun lack={lack} />;
  if (error instanceof Problem && error.status === 404) return <NoCustomer id={id} />;
  if (brief === undefined) {
    if (error !== null) throw error;
    return <Loading />;
  }
  // By another id of theirs: everything else on the page is asked, and told of, by the one.
  if (brief.customer !== id) return <Navigate to="/customers/$id" params={{ id: brief.customer }} replace />;
  return (
    <Stack gap="xl">
      <Head brief={brief} />
      <BriefView brief={brief} deficit={worth.data?.deficit ?? null}>
        {worth.isPending ? <Skeleton height={150} /> : <WorthPart worth={worth.data} timezone={brief.timezone} />}
        <CasePart customer={brief.customer} deficit={worth.data?.deficit ?? null} />
      </BriefView>
      <StoryPart brief={brief} />
      <SaidPart brief={brief} />
      <EventsPart brief={brief} />
      <IdsPart customer={brief.customer} timezone={brief.timezone} />
      <PersonPart customer={brief.customer} timezone={brief.timezone} />
    </Stack>
  );
}

function Head({ brief }: { readonly brief: Brief }) {
  const t = useTranslations();
  const { customer, counts, known_as, received, currency, as_of, timezone } = brief;
  return (
    <div>
      <Group gap="xs" mb={6}>
        <TextLink size="sm" to="/customers">
          {t("customer.back")}
        </TextLink>
        <Text size="sm" c="dimmed">
          / {t("shell.asOf", { moment: formatMoment(as_of, timezone) })}
        </Text>
      </Group>
      <Title order={1}>{customer}</Title>
      {known_as.length > 0 && <Text c="dimmed">{t("customer.knownAs", { ids: known_as.join(", ") })}</Text>}
      <Text c="dimmed">
        {t("customer.summary", { ...counts, received: formatAmount(Math.round(received * 100) / 100, currency) })}
      </Text>
    </div>
  );
}
