import { Stack, Text, Title } from "@mantine/core";
import { useTranslations } from "use-intl";
import { TextLink } from "../ui/link.tsx";
import { useTitle } from "./title.ts";

/** Where an address leads nowhere. */
export function NoPage() {
  const t = useTranslations("shell");
  useTitle(t("noPage"));
  return (
    <Stack component="main" maw={560} mx="auto" p="xl">
      <Title order={1}>{t("noPage")}</Title>
      <Text>{t("noPageText")}</Text>
      <TextLink to="/">{t("home")}</TextLink>
    </Stack>
  );
}
