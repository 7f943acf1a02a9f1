import { Text } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { formatRate } from "../../report/format/rate.ts";
import { Bar } from "../ui/bar.tsx";
import type { Column } from "../ui/column.ts";
import { Section } from "../ui/section.tsx";
import { SortedTable } from "../ui/sorted-table.tsx";
import { Chips } from "./chips.tsx";
import type { Journey } from "./query.ts";

type Way = Journey["variants"][number];

/** So many ways are seen at first. */
const FIRST = 10;

/** The ways that are gone, the most common first, with those marked that are as meant. */
export function WaysTable({ journey: { variants, variant_count, path } }: { readonly journey: Journey }) {
  const t = useTranslations("journey");
  const isMeant = (way: Way) => {
    const onPath = way.path.filter((step) => path.includes(step));
    return path.length > 1 && onPath.length === path.length && onPath.every((step, i) => step === path[i]);
  };
  const columns: readonly Column<Way>[] = [
    {
      id: "way",
      head: t("way"),
      kind: "words",
      value: (way) => way.path.join(" → "),
      cell: (way) => (
        <>
          <Chips way={way.path} path={path} />
          {isMeant(way) && (
            <Text size="xs" c="var(--kept)" fw={600} mt={2}>
              {t("wayMeant")}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "count",
      head: t("journeys"),
      kind: "number",
      value: ({ count }) => count,
      cell: ({ count }) => formatCount(count),
      largestFirst: true,
    },
    {
      id: "share",
      head: t("shareOfAll"),
      kind: "words",
      value: ({ share }) => share,
      cell: ({ share }) => <Bar share={share} tone="within" says={formatRate(share)} />,
      largestFirst: true,
    },
  ];
  const rest = variant_count - variants.length;
  return (
    <Section title={t("theWays")} folds>
      <SortedTable
        caption={t("theWays")}
        name="journey-ways"
        columns={columns}
        rows={variants}
        keyOf={(way) => way.path.join(" ")}
        first={FIRST}
      />
      {rest > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("rarer", { count: rest })}
        </Text>
      )}
    </Section>
  );
}
