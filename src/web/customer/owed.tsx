import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatDuration } from "../../report/format/duration.ts";
import { formatMoment } from "../../report/format/moment.ts";
import { formatChance } from "../../report/format/rate.ts";
import type { ToldDeficit } from "../mend/query.ts";
import type { ShownBrief } from "./query.ts";

type Told = ShownBrief["owed"][number];

/** A promise that is open, until when, and how likely it is to break where that is known. */
export function Owed({
  one,
  brief: { as_of, timezone },
  deficit,
}: {
  readonly one: Told;
  readonly brief: ShownBrief;
  readonly deficit: ToldDeficit | null;
}) {
  const t = useTranslations("customer");
  const left = one.due_at === null ? null : (Date.parse(one.due_at) - Date.parse(as_of)) / 1000;
  const risk = deficit?.shortfalls.find(
    ({ state, promise, subject, asked_at }) =>
      state === "likely" && promise === one.promise && subject === one.subject && asked_at === one.asked_at,
  );
  const when = formatMoment(one.due_at ?? one.asked_at, timezone);
  const due =
    left === null
      ? t("noDay", { when })
      : left > 0
        ? t("dueIn", { left: formatDuration(left), when })
        : t("dueSince", { when });
  return (
    <li>
      <q>{one.says}</q>
      <Text size="sm" fw={600}>
        {due}
        {risk !== undefined && (
          <Text span inherit className="missed">
            {" · "}
            {t("likely", { chance: formatChance(risk.chance) })}
          </Text>
        )}
      </Text>
    </li>
  );
}

/** A promise that was broken, by how long or since when. */
export function Broken({ one, timezone }: { readonly one: Told; readonly timezone: string }) {
  const t = useTranslations("customer");
  const { due_at, answered_at, verdict, asked_at } = one;
  const moment = (iso: string) => formatMoment(iso, timezone);
  const late = (due: string, answered: string) => formatDuration((Date.parse(answered) - Date.parse(due)) / 1000);
  const words =
    answered_at === null
      ? t("never", { when: moment(due_at ?? asked_at) })
      : verdict === "late" && due_at !== null
        ? t("lateBy", { late: late(due_at, answered_at), when: moment(answered_at) })
        : t("brokenOn", { when: moment(answered_at) });
  return (
    <li>
      <q>{one.says}</q>{" "}
      <Text span size="sm" className="missed">
        {words}
      </Text>
    </li>
  );
}
