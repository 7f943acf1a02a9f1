import { Title } from "@mantine/core";
import { useTranslations } from "use-intl";

export function JourneysPage() {
  const t = useTranslations("journey");
  return <Title order={1}>{t("title")}</Title>;
}
