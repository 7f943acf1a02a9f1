import { Title } from "@mantine/core";
import { useTranslations } from "use-intl";

export function PromisePage() {
  const t = useTranslations("promise");
  return <Title order={1}>{t("title")}</Title>;
}
