import { Badge, Text } from "@mantine/core";
import { useTranslations } from "use-intl";

/** Who answers, and where; a subcontractor is always named as one. */
export function Who({
  team,
  outside,
  touchpoint,
}: {
  readonly team: string | null;
  readonly outside: boolean;
  readonly touchpoint: string | null;
}) {
  const t = useTranslations("ui");
  return (
    <div>
      {team ?? <span className="none">{t("nobody")}</span>} {outside && <Outside />}
      {touchpoint !== null && (
        <Text size="xs" c="dimmed">
          {touchpoint}
        </Text>
      )}
    </div>
  );
}

/** Marks a team of another company. */
export function Outside() {
  const t = useTranslations("ui");
  return (
    <Badge component="span" size="xs" variant="default" tt="none" fw={400}>
      {t("outside")}
    </Badge>
  );
}
