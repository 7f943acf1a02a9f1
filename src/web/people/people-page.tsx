import { Title } from "@mantine/core";
import { useTranslations } from "use-intl";

export function PeoplePage() {
  const t = useTranslations("people");
  return <Title order={1}>{t("title")}</Title>;
}
