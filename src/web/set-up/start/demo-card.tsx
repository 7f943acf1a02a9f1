import { Alert, Button, Card, Progress, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { send } from "../../api/call.ts";
import { useMe } from "../../session/me.ts";
import type { Standing } from "../standing.ts";

/** The demo world: a shop's year to look around in, as long as there are no events of one's own. */
export function DemoCard({ has }: { readonly has: Standing }) {
  const t = useTranslations("setUp");
  const { role } = useMe();
  const asking = useQueryClient();
  const make = useMutation({
    mutationFn: () => send("POST", "/api/set-up/demo", {}),
    onSettled: () => asking.invalidateQueries({ queryKey: ["setUp"] }),
  });
  const { state, share } = has.demo;
  if (role !== "owner") return null;
  return (
    <Card withBorder>
      <Stack gap="xs" h="100%">
        <Title order={3} size="h4">
          {t("demo")}
        </Title>
        <Text size="sm">{t("demoText")}</Text>
        {(make.isError || state === "failed") && (
          <Alert color="red" role="alert">
            {make.error?.message ?? t("demoFailed")}
          </Alert>
        )}
        {state === "making" && (
          <Progress.Root mt="auto">
            <Progress.Section value={Math.max(3, share * 100)} aria-label={t("demoMaking")} animated />
          </Progress.Root>
        )}
        {state === "made" && (
          <Text size="sm" fw={600}>
            {t("demoMade")}
          </Text>
        )}
        {has.events === 0 && state !== "making" && (
          <Button mt="auto" onClick={() => make.mutate()} loading={make.isPending}>
            {t("demoMake")}
          </Button>
        )}
        {has.events > 0 && state === "no" && (
          <Text size="sm" c="dimmed">
            {t("demoNotEmpty")}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
