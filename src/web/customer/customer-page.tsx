import { Title } from "@mantine/core";
import { useTranslations } from "use-intl";

export function CustomerPage() {
  const t = useTranslations("customer");
  return <Title order={1}>{t("title")}</Title>;
}
