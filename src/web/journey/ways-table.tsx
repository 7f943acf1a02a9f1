import { Button, Group, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { formatRate } from "../../report/format/rate.ts";
import type { Column } from "../ui/column.ts";
import { SortedTable } from "../ui/sorted-table.tsx";
import { Chips } from "./chips.tsx";
import type { Journey } from "./query.ts";
import { ShareBar } from "./share-bar.tsx";

type Way = Journey["variants"][number];

/** So many ways stand there at first. */
const FIRST = 12;

/** The ways that are gone, the most common first, with those marked that are as meant. */
export function WaysTable({ journey }: { readonly journey: Journey }) {
  const t = useTranslations("journey");
  const { variants, variant_count, path } = journey;
  const isMeant = (way: Way) => {
    const onPath = way.path.filter((step) => path.includes(step));
    return path.length > 1 && onPath.length === path.length && onPath.every((step, i) => step === path[i]);
  };
  const columns: readonly Column<Way>[] = [
    {
      id: "way",
      head: t("way"),
      kind: "words",
      value: ({ path }) => path.join(" → "),
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
      value: ({ share }) => formatRate(share),
      cell: ({ share }) => <ShareBar share={share} />,
    },
  ];
  const [all, setAll] = useState(false);
  const shown = all ? variants : variants.slice(0, FIRST);
  const rest = variant_count - shown.length;
  return (
    <section aria-labelledby="ways">
      <Title order={2} id="ways" size="h3" mb="xs">
        {t("theWays")}
      </Title>
      <SortedTable
        caption={t("theWays")}
        name="journey-ways"
        columns={columns}
        rows={shown}
        keyOf={({ path }) => path.join(" ")}
      />
      {rest > 0 && (
        <Group mt="xs" gap="sm">
          <Text size="sm" c="dimmed">
            {t("rarer", { count: rest })}
          </Text>
          {shown.length < variants.length && (
            <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
              {t("more")}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
