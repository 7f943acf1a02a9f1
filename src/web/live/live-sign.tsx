import { Tooltip } from "@mantine/core";
import { useTranslations } from "use-intl";
import { useLive } from "./live.ts";

/** A dot that says whether the page hears the server. */
export function LiveSign() {
  const t = useTranslations("shell");
  const hears = useLive();
  const says = hears ? t("live") : t("away");
  return (
    <Tooltip label={says}>
      <span role="status" aria-label={says} className={hears ? "live" : "live away"} />
    </Tooltip>
  );
}
