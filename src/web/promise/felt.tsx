import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { feltChart } from "../../report/chart/felt.ts";
import { formatScore } from "../../report/format/score.ts";
import { expectationSentences } from "../../report/words/expectation.ts";
import { feltSentence } from "../../report/words/felt.ts";
import type { PromiseExpectation } from "../../value/expectation/measure.ts";
import { Figure } from "../ui/figure.tsx";
import { Picture } from "../ui/picture.tsx";
import type { PromiseAnswer } from "./query.ts";

/** What customers felt where it was kept and where it was broken, and what they really expect. */
export function FeltPart({
  gap,
  expectation,
}: {
  readonly gap: PromiseAnswer;
  readonly expectation: PromiseExpectation | undefined;
}) {
  const t = useTranslations("promise");
  const { promise, felt, currency } = gap;
  const chart = feltChart(felt, `${t("felt")}: ${gap.says}`);
  const really = expectation === undefined ? [] : expectationSentences(expectation, gap, currency);
  const scores = felt.scores ?? [];
  const data =
    scores.length > 0
      ? {
          columns: [t("score"), t("keptHead"), t("broken")],
          rows: scores.map(({ score, kept, broken }) => [score, kept, broken]),
        }
      : {
          columns: [t("what"), t("mean"), t("known")],
          rows: (["kept", "broken"] as const).map((kind) => {
            const { mean, n } = felt[kind];
            return [kind === "kept" ? t("keptHead") : t("broken"), mean === null ? null : formatScore(mean), n];
          }),
        };
  return (
    <>
      {chart === null ? (
        <Text>{t("noFelt")}</Text>
      ) : (
        <Figure title={t("score")} name={`${promise}-felt`} data={data} note={feltSentence(gap) ?? undefined}>
          <Picture of={chart} />
        </Figure>
      )}
      {really.length > 0 && (
        <>
          <Text component="h3" fw={650} mt="md" mb={4}>
            {t("really")}
          </Text>
          {really.map((sentence) => (
            <Text key={sentence} size="sm" mb={4}>
              {sentence}
            </Text>
          ))}
        </>
      )}
    </>
  );
}
