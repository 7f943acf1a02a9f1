import { Button, Group, Skeleton, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { Section } from "../ui/section.tsx";
import { WholeCsv } from "../ui/whole-csv.tsx";
import { address, type Brief, type Event, eventsQuery } from "./query.ts";

const known = (properties: Event["properties"]): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");

/** Everything that happened, the latest first, as many as are asked for. */
export function EventsPart({ brief: { customer, timezone } }: { readonly brief: Brief }) {
  const t = useTranslations("customer");
  const asked = useInfiniteQuery(eventsQuery(customer));
  const events = asked.data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <Section title={t("happened")} folds>
      {asked.error !== null && <Text className="missed">{asked.error.message}</Text>}
      {asked.isPending && <Skeleton height={300} />}
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
        {asked.hasNextPage && (
          <Button
            variant="default"
            size="compact-sm"
            loading={asked.isFetchingNextPage}
            onClick={() => void asked.fetchNextPage()}
          >
            {t("more")}
          </Button>
        )}
        <WholeCsv name={`events-${customer}`} path={`${address(customer)}/events`} />
      </Group>
    </Section>
  );
}
