import { Stack, Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { worstLegSentence } from "../../report/words/legs.ts";
import { LegsTable } from "../ui/legs-table.tsx";
import { TextLink } from "../ui/link.tsx";
import { Section } from "../ui/section.tsx";
import type { Journey } from "./query.ts";

/** For each promise that is sometimes late: the stretches of the path where it loses its time. */
export function LostTime({ journey }: { readonly journey: Journey }) {
  const t = useTranslations("journey");
  const late = journey.promised.flatMap(({ promise, says, legs, late }) =>
    late > 0 && legs !== null && legs.length > 0 ? [{ promise, says, legs }] : [],
  );
  if (late.length === 0) return null;
  return (
    <Section title={t("lose")} folds>
      <Stack gap={6} mb="sm">
        {late.map(({ promise, says, legs }) => (
          <Text key={promise} size="sm">
            <TextLink underline="always" to="/promises/$name" params={{ name: promise }}>
              {says}
            </TextLink>
            {". "}
            {worstLegSentence(legs)}
          </Text>
        ))}
      </Stack>
      <LegsTable
        caption={t("lose")}
        name="journey-legs"
        rows={late.flatMap(({ promise, says, legs }) => legs.map((leg) => ({ ...leg, promise, says })))}
        keyOf={({ promise, from, to }) => `${promise} ${from} ${to}`}
        groupOf={({ says }) => says}
      />
    </Section>
  );
}
