import { Alert, Anchor, Button, Group, Select, Stack, Tabs, Text, Title, VisuallyHidden } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { formatAmount } from "../../report/format/amount.ts";
import { addressOf } from "../api/call.ts";
import { choicesQuery } from "../filter/choices.ts";
import { filterOf, isFiltered } from "../filter/filter.ts";
import { FilterBar } from "../filter/filter-bar.tsx";
import { FirstRun } from "../gaps/first-run.tsx";
import { lacks } from "../gaps/query.ts";
import { Loading } from "../shell/loading.tsx";
import { MendRow } from "./mend-row.tsx";
import { askedOf, type MendList, mendQuery } from "./query.ts";
import type { MendSearch } from "./search.ts";
import { useSteady } from "./steady.ts";
import { useWhen } from "./when.ts";
import "../ui/tones.css";
import "./mend.css";

const here = getRouteApi("/inside/mend");
const SHOWN = ["open", "mine", "closed"] as const;
/** What an agent narrows by; whatever else stands in the address holds, too. */
const ONLY = ["period", "occasion", "team"] as const;
const ORDERS = ["deficit", "to_save"] as const;

/** The page of who talks to customers: who is short of value now, the most urgent first, and who has them. */
export function MendPage() {
  const t = useTranslations("mend");
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const show = search.show ?? "open";
  const asked = useInfiniteQuery(mendQuery(search));
  const lack = lacks(asked.error);
  const put = (next: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), resetScroll: false });
  if (lack !== null) return <FirstRun lack={lack} />;
  if (asked.data === undefined && asked.error !== null) throw asked.error;
  return (
    <Stack gap="md">
      <div>
        <Title order={1}>{t("title")}</Title>
        <Text c="dimmed">{t("heading")}</Text>
      </div>
      <Tabs value={show} onChange={(value) => put({ show: SHOWN.find((one) => one === value) })} keepMounted={false}>
        <Tabs.List aria-label={t("whose")} className="screen-only">
          {SHOWN.map((one) => (
            <Tabs.Tab key={one} value={one} size="md">
              {t(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={show} pt="md">
          <Stack gap="md">
            {show === "open" && <Narrow onChange={put} />}
            {asked.error !== null && <Alert color="red">{asked.error.message}</Alert>}
            {asked.data === undefined ? (
              <Loading />
            ) : (
              <List
                key={JSON.stringify([show, askedOf(search)])}
                pages={asked.data.pages}
                more={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
                loading={asked.isFetchingNextPage}
              />
            )}
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Csv() {
  const t = useTranslations("mend");
  const search = here.useSearch();
  const { show = "open" } = search;
  const address =
    show === "open"
      ? addressOf("/api/mend", { ...askedOf(search), format: "csv", limit: 500 })
      : addressOf("/api/cases", { show, format: "csv", limit: 500 });
  return (
    <Anchor href={address} download size="sm" className="screen-only">
      <Download size={13} aria-hidden="true" className="in-line" /> {t("csv")}
    </Anchor>
  );
}

/** By promise, and by what the bar of all pages offers. */
function Narrow({ onChange }: { readonly onChange: (next: Partial<MendSearch>) => void }) {
  const t = useTranslations("mend");
  const search = here.useSearch();
  const { data: choices } = useQuery(choicesQuery);
  const promises = (choices?.promises ?? []).map(({ name, says }) => ({ value: name, label: says }));
  return (
    <Stack gap="xs" className="screen-only">
      <FilterBar filter={filterOf(search)} only={ONLY} onChange={(filter) => onChange(filterOf(filter))} />
      <Group gap="xs" wrap="nowrap">
        <Select
          aria-label={t("promise")}
          placeholder={t("anyPromise")}
          data={promises}
          value={search.promise ?? null}
          onChange={(promise) => onChange({ promise: promise ?? undefined })}
          clearable
          searchable
          flex={1}
          maw={420}
        />
        <Select
          aria-label={t("order")}
          data={ORDERS.map((value) => ({ value, label: t(value === "deficit" ? "byDeficit" : "bySave") }))}
          value={search.order ?? "deficit"}
          allowDeselect={false}
          onChange={(order) => onChange({ order: order === "to_save" ? order : undefined })}
          w={170}
        />
      </Group>
    </Stack>
  );
}

function List({
  pages,
  more,
  loading,
}: {
  readonly pages: readonly MendList[];
  readonly more: (() => void) | undefined;
  readonly loading: boolean;
}) {
  const t = useTranslations("mend");
  const when = useWhen();
  const search = here.useSearch();
  const steady = useSteady(
    JSON.stringify([search.show, askedOf(search)]),
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
        {as_of !== null && <AsOf moment={when(as_of)} />}
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

function AsOf({ moment }: { readonly moment: string }) {
  const t = useTranslations("shell");
  return (
    <Text size="sm" c="dimmed">
      {t("asOf", { moment })}
    </Text>
  );
}

/** Nobody: that is good news on one list and none on another. */
function Nobody({ asOf }: { readonly asOf: string | null }) {
  const t = useTranslations("mend");
  const when = useWhen();
  const { show = "open", promise, ...search } = here.useSearch();
  const navigate = here.useNavigate();
  const narrowed = show === "open" && (isFiltered(search) || promise !== undefined);
  const words = { open: narrowed ? "nobodyFiltered" : "nobody", mine: "nobodyMine", closed: "nobodyClosed" } as const;
  return (
    <Stack align="start" py="lg" role="status">
      <Text size="lg">{t(words[show])}</Text>
      {asOf !== null && <AsOf moment={when(asOf)} />}
      {narrowed && (
        <Button variant="default" onClick={() => void navigate({ search: {} })}>
          {t("clear")}
        </Button>
      )}
      {show === "mine" && (
        <Button variant="default" onClick={() => void navigate({ search: {} })}>
          {t("toOpen")}
        </Button>
      )}
    </Stack>
  );
}
