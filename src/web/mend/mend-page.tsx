import { Alert, Stack, Tabs, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { lacks } from "../api/lack.ts";
import { FirstRun } from "../shell/first-run.tsx";
import { Loading } from "../shell/loading.tsx";
import { MendList } from "./mend-list.tsx";
import { Narrow } from "./narrow.tsx";
import { mendQuery } from "./query.ts";
import "./mend.css";

const here = getRouteApi("/inside/mend");
const SHOWN = ["open", "mine", "closed"] as const;

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
              <MendList
                key={asked.data.pages[0]?.of}
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
