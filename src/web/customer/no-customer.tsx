import { Button, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

export function NoCustomer({ id }: { readonly id: string }) {
  const t = useTranslations("customer");
  return (
    <Stack maw={560} align="start" role="status">
      <Title order={1} size="h2">
        {t("nobody")}
      </Title>
      <Text fw={600}>{id}</Text>
      <Text>{t("nobodyText")}</Text>
      <Button renderRoot={(props) => <Link to="/customers" {...props} />}>{t("all")}</Button>
    </Stack>
  );
}
