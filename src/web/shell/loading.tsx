import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { useTranslations } from "use-intl";

/** The room that a page will take, before it is there. */
export function Loading() {
  const t = useTranslations("shell");
  return (
    <Stack role="status" gap="lg">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <Skeleton height={34} width="40%" />
      <Skeleton height={70} />
      <Skeleton height={420} />
    </Stack>
  );
}
