import { Box, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { get } from "../api/call.ts";
import { Loading } from "../shell/loading.tsx";
import { BriefView } from "./brief-view.tsx";
import type { ShownBrief } from "./query.ts";

const AGAIN = 30_000;

/** The brief alone, in the frame of a help desk, until its link is over. */
export function EmbedPage() {
  const t = useTranslations("customer");
  const { pass } = useSearch({ from: "/embed/brief" });
  const { data: brief, error } = useQuery({
    queryKey: ["embed", pass],
    queryFn: ({ signal }) => get<ShownBrief>("/api/embeds/brief", { pass }, signal),
    refetchInterval: ({ state }) => (state.error === null ? AGAIN : false),
  });
  if (error !== null)
    return (
      <Box p="md" component="main" role="alert">
        <Title order={1} size="h3">
          {t("frameOver")}
        </Title>
        <Text>{error.message}</Text>
      </Box>
    );
  if (brief === undefined) return <Loading />;
  return (
    <Stack p="md" gap="md" component="main" aria-label={t("frame")}>
      <div>
        <Title order={1} size="h3">
          {brief.customer}
        </Title>
        <Text size="sm" c="dimmed">
          {t("frameAsOf", { moment: formatMoment(brief.as_of, brief.timezone) })}
        </Text>
      </div>
      <BriefView brief={brief} />
    </Stack>
  );
}
