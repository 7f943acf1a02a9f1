import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { type Fate, type Span, storyChart } from "../../report/chart/story.ts";
import { formatMoment } from "../../report/format/moment.ts";
import { choicesQuery } from "../filter/choices.ts";
import { Loading } from "../shell/loading.tsx";
import { Figure } from "../ui/figure.tsx";
import { Picture } from "../ui/picture.tsx";
import { Section } from "../ui/section.tsx";
import { WholeCsv } from "../ui/whole-csv.tsx";
import { type Brief, MOST_VERDICTS, type Verdict, verdictsQuery } from "./query.ts";

const FATES: readonly Fate[] = ["kept", "late", "missed", "open", "excused"];
const msOf = (iso: string | null) => (iso === null ? null : Date.parse(iso));

/** The story: every promise from asking to answer, as a picture and as a table. */
export function StoryPart({ brief }: { readonly brief: Brief }) {
  const t = useTranslations("customer");
  const { customer, timezone } = brief;
  const asked = useQuery(verdictsQuery(customer));
  const { data: choices } = useQuery(choicesQuery);
  const says = new Map(choices?.promises.map((promise) => [promise.name, promise.says]));
  const words = (promise: string) => says.get(promise) ?? promise;
  const verdicts = asked.data?.verdicts ?? [];
  const spans = verdicts.flatMap((one) => spanOf(one, words(one.promise)));
  const when = (iso: string | null) => (iso === null ? null : formatMoment(iso, timezone));
  const columns = ["promise", "subject", "asked", "due", "answered", "verdict"] as const;
  const rows = verdicts.map((one) => [
    words(one.promise),
    one.subject,
    when(one.asked_at),
    when(one.due_at),
    when(one.answered_at),
    one.verdict,
  ]);
  return (
    <Section title={t("story")}>
      {asked.data === undefined ? (
        <Loading />
      ) : spans.length === 0 ? (
        <Text c="dimmed">{t("noPromises")}</Text>
      ) : (
        <Stack gap="xs">
          <Figure
            title={t("promises")}
            note={t("storyText")}
            name={`story-${customer}`}
            data={{ columns: columns.map((column) => t(column)), rows }}
          >
            <Picture of={storyChart({ spans, asOf: Date.parse(asked.data.as_of), timezone }, t("promises"))} />
          </Figure>
          {asked.data.next !== null && <Text size="sm">{t("onlyLatest", { count: MOST_VERDICTS })}</Text>}
          <div>
            <WholeCsv name={`verdicts-${customer}`} path="/api/verdicts" query={{ customer }} />
          </div>
        </Stack>
      )}
    </Section>
  );
}

function spanOf(one: Verdict, says: string): readonly Span[] {
  const fate = FATES.find((known) => known === one.verdict);
  if (fate === undefined) return [];
  const { promise, asked_at, due_at, answered_at } = one;
  const times = { asked: Date.parse(asked_at), due: msOf(due_at), answered: msOf(answered_at) };
  return [{ promise, says, ...times, fate, count: 1 }];
}
