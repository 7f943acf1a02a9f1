import { Title } from "@mantine/core";
import { useTranslations } from "use-intl";

export function GapsPage() {
  const t = useTranslations("gaps");
  return <Title order={1}>{t("title")}</Title>;
}
