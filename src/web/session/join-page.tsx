import { Title } from "@mantine/core";
import { useTranslations } from "use-intl";

export function JoinPage() {
  const t = useTranslations("session");
  return <Title order={1}>{t("title")}</Title>;
}
