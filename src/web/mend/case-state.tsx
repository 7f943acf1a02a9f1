import { Text } from "@mantine/core";
import { UserCheck, UserRound } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMe } from "../session/me.ts";
import type { Since, ToldCase } from "./query.ts";
import { useWhen } from "./when.ts";

/** Who has them, since when and by when; or how it ended, and what the customer said and did since. */
export function CaseState({ own }: { readonly own: ToldCase | null }) {
  const t = useTranslations("mend");
  const when = useWhen();
  const { id } = useMe();
  if (own?.closed)
    return (
      <div>
        <Text size="sm" fw={600}>
          {t("closedBy", { name: own.closed.by, when: when(own.closed.at) })}
        </Text>
        <Text size="sm">
          {t(own.closed.outcome)}: {own.closed.done}
        </Text>
        {own.since !== null && <Heard since={own.since} />}
      </div>
    );
  const Icon = own?.owner ? UserCheck : UserRound;
  const who = !own?.owner ? t("nobodyHas") : own.owner.id === id ? t("youHave") : t("has", { name: own.owner.name });
  return (
    <Text size="sm" mt={4} component="p" m={0} fw={own?.owner ? 600 : 400} {...(own?.owner ? {} : { c: "dimmed" })}>
      <Icon size={14} aria-hidden="true" className="in-line" />
      {who}
      {own?.taken_at && (
        <Text span inherit fw={400} c="dimmed">
          {" "}
          {t("hasSince", { when: when(own.taken_at) })}
        </Text>
      )}
      {own?.due_at && (
        <Text span inherit fw={400}>
          {" · "}
          {Date.parse(own.due_at) < Date.now()
            ? t("dueOver", { when: when(own.due_at) })
            : t("dueBy", { when: when(own.due_at) })}
        </Text>
      )}
    </Text>
  );
}

/** They, not we, say whether it is mended. */
function Heard({ since: { said, bought, broken } }: { readonly since: Since }) {
  const t = useTranslations("mend");
  const parts = [
    broken === 0 && t("sinceRighted"),
    said !== null && t("sinceSaid", { score: said.score, to: said.to }),
    bought > 0 && t("sinceBought"),
  ].filter((part) => part !== false);
  return (
    <Text size="sm" c="dimmed">
      {parts.length === 0 ? t("sinceNothing") : parts.join(" ")}
    </Text>
  );
}
