import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { useWhen } from "./when.ts";

export function AsOf({ at }: { readonly at: string }) {
  const t = useTranslations("shell");
  const when = useWhen();
  return (
    <Text size="sm" c="dimmed">
      {t("asOf", { moment: when(at) })}
    </Text>
  );
}
