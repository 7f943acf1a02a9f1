import { Button, Group, Text, VisuallyHidden } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { formatAmount } from "../../report/format/amount.ts";
import { WholeCsv } from "../ui/whole-csv.tsx";
import { AsOf } from "./as-of.tsx";
import { MendRow } from "./mend-row.tsx";
import { Nobody } from "./nobody.tsx";
import { askedOf, type MendList as Page } from "./query.ts";
import { useSteady } from "./steady.ts";

const here = getRouteApi("/inside/mend");

/** The rows with what they come to; who comes or goes meanwhile makes nothing jump. */
export function MendList({
  pages,
  more,
  loading,
}: {
  readonly pages: readonly Page[];
  readonly more: (() => void) | undefined;
  readonly loading: boolean;
}) {
  const t = useTranslations("mend");
  const search = here.useSearch();
  const steady = useSteady(
    pages.flatMap(({ rows }) => rows),
    pages.length,
  );
  const [first] = pages;
  const { as_of = null, currency = null, customers = null, total = null } = first ?? {};
  if (steady.rows.length === 0) return <Nobody asOf={as_of} />;
  return (
    <>
      <Group gap="sm" aria-live="polite">
        {customers !== null && (
          <Text>
            <b>{t("sum", { customers })}</b>
            {total !== null && `, ${t("total", { amount: formatAmount(Math.round(total), currency) })}`}
          </Text>
        )}
        {as_of !== null && <AsOf at={as_of} />}
        <Csv />
        {steady.fresh > 0 && (
          <Button size="compact-sm" variant="light" onClick={steady.renew}>
            {t("fresh", { count: steady.fresh })}
          </Button>
        )}
      </Group>
      <VisuallyHidden component="h2">{t(search.show ?? "open")}</VisuallyHidden>
      <ul className="mend-list">
        {steady.rows.map((row) => (
          <MendRow key={row.id} row={row} asOf={as_of} currency={currency} gone={steady.left.has(row.id)} />
        ))}
      </ul>
      {more && (
        <Button variant="default" onClick={more} loading={loading} className="screen-only">
          {t("more")}
        </Button>
      )}
    </>
  );
}

function Csv() {
  const search = here.useSearch();
  const { show = "open" } = search;
  if (show === "open") return <WholeCsv name="to-mend" path="/api/mend" query={askedOf(search)} />;
  return <WholeCsv name="cases" path="/api/cases" query={{ show }} />;
}
