import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import type { LegUse } from "../../gaps/gap.ts";
import { worstLegSentence } from "../../report/words/legs.ts";
import { LegsTable } from "../ui/legs-table.tsx";
import { Section } from "../ui/section.tsx";

/** Where the time goes: the worst leg in a sentence, and all of them in rows. */
export function LegsPart({ promise, legs }: { readonly promise: string; readonly legs: readonly LegUse[] }) {
  const t = useTranslations("promise");
  const sentence = worstLegSentence(legs);
  return (
    <Section title={t("legs")} folds>
      {sentence !== null && <Text mb="xs">{sentence}</Text>}
      <LegsTable caption={t("legs")} name={`${promise}-legs`} rows={legs} keyOf={({ from, to }) => `${from} ${to}`} />
      <Text size="xs" c="dimmed" mt="xs">
        {t("legsNote")}
      </Text>
    </Section>
  );
}
