import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { Problem } from "../api/call.ts";
import { TextLink } from "../ui/link.tsx";

/** What went wrong, in the server's own words, and a way out. */
export function Trouble({ error, reset }: ErrorComponentProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const status = error instanceof Problem ? error.status : 0;
  const words = status === 403 ? t("noRightsText") : error instanceof Error ? error.message : String(error);
  // To ask once more would bring the same.
  const final = status === 403 || status === 404;
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Stack maw={640} role="alert">
      <Title order={1} size="h2">
        {status === 403 ? t("noRights") : status === 404 ? t("noPage") : t("failed")}
      </Title>
      <Alert color={final ? "gray" : "red"}>
        <Text>{words}</Text>
      </Alert>
      <Group>
        {!final && <Button onClick={again}>{t("again")}</Button>}
        <TextLink to="/">{t("home")}</TextLink>
      </Group>
    </Stack>
  );
}
