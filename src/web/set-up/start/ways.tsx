import { Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import type { TEMPLATE } from "../../../server/set-up/set-up.ts";
import { get } from "../../api/call.ts";
import { useMay } from "../../session/me.ts";
import type { Standing } from "../standing.ts";
import { DemoCard } from "./demo-card.tsx";

/** The ways to begin: the demo world, a template, one's own file. */
export function Ways({ has }: { readonly has: Standing }) {
  const t = useTranslations("setUp");
  const mayWrite = useMay("experience:write");
  const maySend = useMay("events:write");
  const { data: templates } = useQuery({
    queryKey: ["templates"],
    queryFn: ({ signal }) => get<z.output<typeof TEMPLATE>[]>("/api/templates", {}, signal),
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
