import { Title } from "@mantine/core";
import { useTranslations } from "use-intl";

export function SetUpPage() {
  const t = useTranslations("setUp");
  return <Title order={1}>{t("title")}</Title>;
}
