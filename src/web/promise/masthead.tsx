import { Group, Text, Title } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { type Filter, filterOf } from "../filter/filter.ts";
import { TextLink } from "../ui/link.tsx";
import { Outside } from "../ui/who.tsx";
import type { PromiseAnswer } from "./query.ts";

/** The promise in the customer's words, who answers for it, and where it was made. */
export function Masthead({ gap, filter }: { readonly gap: PromiseAnswer; readonly filter: Filter }) {
  const t = useTranslations();
  const { team, outside, touchpoint, journey, made } = gap;
  const where = made.how !== null && made.at !== null ? t("promise.made", { how: made.how, place: made.at }) : null;
  const alone = made.how ?? (made.at === null ? null : t("promise.madeAt", { place: made.at }));
  return (
    <div>
      <Group gap="xs" mb={6}>
        <TextLink size="sm" to="/" search={filterOf(filter)}>
          {t("promise.back")}
        </TextLink>
        <Text size="sm" c="dimmed">
          / <code>{gap.promise}</code> · {t("shell.asOf", { moment: formatMoment(gap.as_of, gap.timezone) })}
        </Text>
      </Group>
      <Title order={1} dir="auto" className="promise-says">
        <q>{gap.says}</q>
      </Title>
      <Group gap="xs" mt={6} c="dimmed">
        {team === null ? (
          <span className="none">{t("promise.nobody")}</span>
        ) : (
          <span>
            <b>{team}</b> {outside && <Outside />} {t("promise.answers")}
            {touchpoint !== null && ` ${t("promise.at", { place: touchpoint })}`}
          </span>
        )}
        {journey !== null && (
          <span>
            · {t("promise.inJourney")}{" "}
            <TextLink inherit underline="always" to="/journeys/$name" params={{ name: journey }}>
              {journey}
            </TextLink>
          </span>
        )}
        {(where ?? alone) !== null && <span>· {where ?? alone}</span>}
      </Group>
      {made.quote !== null && (
        <Text fs="italic" c="dimmed" dir="auto">
          “{made.quote}”
        </Text>
      )}
    </div>
  );
}
