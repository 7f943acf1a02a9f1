import { Table, Text, VisuallyHidden } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { formatRate } from "../../report/format/rate.ts";
import { fatesOf, targetSentence } from "../../report/words/fate.ts";
import { type Filter, filterOf } from "../filter/filter.ts";
import { useMay } from "../session/me.ts";
import { TextLink } from "../ui/link.tsx";
import type { PromiseAnswer } from "./query.ts";

/** What became of every time the promise was made; each count leads to the verdicts behind it. */
export function Fates({ gap, filter }: { readonly gap: PromiseAnswer; readonly filter: Filter }) {
  const t = useTranslations("promise");
  const may = useMay("customers:read");
  const fates = fatesOf(gap);
  const all = fates.reduce((sum, { count }) => sum + count, 0);
  const target = targetSentence(gap);
  if (all === 0) return <Text>{t("neverAsked")}</Text>;
  return (
    <>
      <div className="fate" aria-hidden="true">
        {fates.map(({ kind, count }) => (
          <span key={kind} style={{ width: `${(count / all) * 100}%`, background: colourOf(kind) }} />
        ))}
      </div>
      <Table verticalSpacing={5} horizontalSpacing={6} withRowBorders={false} captionSide="bottom">
        <Table.Caption ta="start" mt={4}>
          <VisuallyHidden>{t("fates")}: </VisuallyHidden>
          {t("asked", { count: gap.asked })}
        </Table.Caption>
        <Table.Tbody>
          {fates.map(({ kind, words, count }) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" fw={400}>
                <span className="swatch" style={{ background: colourOf(kind) }} aria-hidden="true" /> {words}
              </Table.Th>
              <Table.Td ta="right" className="whole">
                {may ? (
                  <TextLink
                    inherit
                    underline="always"
                    to="/promises/$name"
                    params={{ name: gap.promise }}
                    search={(old) => ({ ...filterOf(filter), by: old.by, verdict: [kind] })}
                    hash="verdicts"
                  >
                    {formatCount(count)}
                  </TextLink>
                ) : (
                  formatCount(count)
                )}
              </Table.Td>
              <Table.Td ta="right" c="dimmed" className="whole">
                {formatRate(count / all)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {target !== null && (
        <Text size="sm" c="dimmed">
          {target}
        </Text>
      )}
    </>
  );
}

const colourOf = (kind: ReturnType<typeof fatesOf>[number]["kind"]): string =>
  kind === "unpromised" || kind === "unmeasured" ? "var(--silent)" : `var(--${kind})`;
