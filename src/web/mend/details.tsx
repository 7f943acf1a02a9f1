import { Anchor, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { formatAmount } from "../../report/format/amount.ts";
import { formatChance } from "../../report/format/rate.ts";
import type { MendRow, Shortfall, ToldCase } from "./query.ts";
import { useWhen } from "./when.ts";

/** Promise by promise what they are short of, and line by line what was done. */
export function Details({ row, currency }: { readonly row: MendRow; readonly currency: string | null }) {
  const t = useTranslations("mend");
  const { deficit, case: own } = row;
  return (
    <div>
      {deficit !== null && (
        <>
          <Title order={4} size="h6" mt="xs">
            {t("shortOf")}
          </Title>
          <ul className="mend-lines">
            {deficit.shortfalls.map((one) => (
              <Short key={`${one.promise} ${one.subject} ${one.asked_at}`} one={one} currency={currency} />
            ))}
          </ul>
        </>
      )}
      {own !== null && (
        <>
          <Title order={4} size="h6" mt="xs">
            {t("lines")}
          </Title>
          <Lines own={own} />
        </>
      )}
    </div>
  );
}

function Short({ one, currency }: { readonly one: Shortfall; readonly currency: string | null }) {
  const t = useTranslations("mend");
  const when = useWhen();
  const state = one.state === "broken" ? t("broken") : t("chance", { chance: formatChance(one.chance) });
  const worth = one.part === null ? "" : ` · ${formatAmount(Math.round(one.part), currency)}`;
  return (
    <Text component="li" size="sm">
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => <Link to="/promises/$name" params={{ name: one.promise }} {...props} />}
      >
        {one.says}
      </Anchor>{" "}
      ({one.subject}): {state}, {when(one.due_at ?? one.asked_at)}
      {worth}
    </Text>
  );
}

const WORDS = {
  opened: "lineOpened",
  taken: "lineTaken",
  given: "lineGiven",
  left: "lineLeft",
  due: "lineDue",
  note: "lineNote",
  closed: "lineClosed",
  reopened: "lineReopened",
} as const;

/** What was done with a case, the first first. */
export function Lines({ own }: { readonly own: ToldCase }) {
  const t = useTranslations("mend");
  const when = useWhen();
  const said = ({ kind, by: name, words }: ToldCase["lines"][number]) =>
    kind === "due"
      ? words === ""
        ? t("lineNoDue", { name })
        : t("lineDue", { name, words: when(words) })
      : t(WORDS[kind], { name, words });
  return (
    <ol className="mend-lines">
      {own.lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added.
        <Text component="li" size="sm" key={i}>
          {said(line)}{" "}
          <Text span inherit c="dimmed">
            {when(line.at)}
          </Text>
        </Text>
      ))}
    </ol>
  );
}
