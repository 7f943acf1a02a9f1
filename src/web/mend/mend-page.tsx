import { Title } from "@mantine/core";
import { useTranslations } from "use-intl";

export function MendPage() {
  const t = useTranslations("mend");
  return <Title order={1}>{t("title")}</Title>;
}
