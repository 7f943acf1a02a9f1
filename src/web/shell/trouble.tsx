import { Alert, Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { Problem } from "../api/call.ts";

/** What went wrong, in the server's own words, and a way out. */
export function Trouble({ error, reset }: ErrorComponentProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const forbidden = error instanceof Problem && error.status === 403;
  const words = error instanceof Error ? error.message : String(error);
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Stack maw={640} role="alert">
      <Title order={1} size="h2">
        {forbidden ? t("noRights") : t("failed")}
      </Title>
      <Alert color={forbidden ? "gray" : "red"}>
        <Text>{forbidden ? t("noRightsText") : words}</Text>
      </Alert>
      <Group>
        {!forbidden && <Button onClick={again}>{t("again")}</Button>}
        <Anchor renderRoot={(props) => <Link to="/" {...props} />}>{t("home")}</Anchor>
      </Group>
    </Stack>
  );
}
