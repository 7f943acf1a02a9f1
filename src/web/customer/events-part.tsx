import { Button, Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { Section } from "../ui/section.tsx";
import { WholeCsv } from "../ui/whole-csv.tsx";
import { address, type Brief, type Event, eventsQuery } from "./query.ts";

const known = (properties: Event["properties"]): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");

/** Everything that happened, the latest first: what the brief tells, and more where somebody wants it. */
export function EventsPart({ brief }: { readonly brief: Brief }) {
  const t = useTranslations("customer");
  const { customer, timezone, story, counts } = brief;
  const [wanted, setWanted] = useState(false);
  const asked = useInfiniteQuery({ ...eventsQuery(customer), enabled: wanted });
  const events = asked.data?.pages.flatMap(({ rows }) => rows) ?? story.toReversed();
  const hasMore = asked.data === undefined ? story.length < counts.events : asked.hasNextPage;
  return (
    <Section title={t("happened")} folds>
      {asked.error !== null && <Text className="missed">{asked.error.message}</Text>}
      <ul className="events">
        {events.map(({ id, at, name, properties }) => (
          <li key={id}>
            <Text size="sm" c="dimmed">
              {formatMoment(at, timezone)}
            </Text>
            <Text size="sm" fw={600}>
              {name}
            </Text>
            <Text size="sm">{known(properties)}</Text>
          </li>
        ))}
      </ul>
      <Group mt="xs" className="screen-only">
        {hasMore && (
          <Button
            variant="default"
            size="compact-sm"
            loading={asked.isFetching}
            onClick={() => (wanted ? void asked.fetchNextPage() : setWanted(true))}
          >
            {t("more")}
          </Button>
        )}
        <WholeCsv name={`events-${customer}`} path={`${address(customer)}/events`} />
      </Group>
    </Section>
  );
}
