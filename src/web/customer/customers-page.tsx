import { Alert, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { formatCount } from "../../report/format/count.ts";
import { lacks } from "../api/lack.ts";
import { useWhen } from "../mend/when.ts";
import { FirstRun } from "../shell/first-run.tsx";
import { Loading } from "../shell/loading.tsx";
import { TextLink } from "../ui/link.tsx";
import { WholeCsv } from "../ui/whole-csv.tsx";
import { type CustomerRow, customersQuery } from "./query.ts";
import "./customer.css";

const here = getRouteApi("/inside/customers");

/** Whoever calls: found by whatever number they have at hand. */
export function CustomersPage() {
  const t = useTranslations("customer");
  const { search = "" } = here.useSearch();
  const navigate = here.useNavigate();
  const [typed, setTyped] = useState(search);
  const look = useDebouncedCallback((text: string) => {
    void navigate({ search: text.trim() === "" ? {} : { search: text.trim() }, replace: true, resetScroll: false });
  }, 250);
  const asked = useInfiniteQuery(customersQuery(search));
  const lack = lacks(asked.error);
  if (lack !== null) return <FirstRun lack={lack} />;
  if (asked.data === undefined && asked.error !== null) throw asked.error;
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? [];
  if (asked.data !== undefined && rows.length === 0 && search === "") return <FirstRun lack="no-events" />;
  return (
    <Stack gap="md">
      <div>
        <Title order={1}>{t("title")}</Title>
        <Text c="dimmed">{t("heading")}</Text>
      </div>
      <Group align="end" justify="space-between">
        <TextInput
          type="search"
          size="md"
          aria-label={t("search")}
          placeholder={t("search")}
          leftSection={<Search size={17} aria-hidden="true" />}
          value={typed}
          autoFocus
          w={{ base: "100%", sm: 420 }}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            look(value);
          }}
        />
        <WholeCsv name="customers" path="/api/customers" query={{ search }} />
      </Group>
      {asked.error !== null && <Alert color="red">{asked.error.message}</Alert>}
      {asked.data === undefined ? <Loading /> : <Found rows={rows} busy={asked.isPlaceholderData} />}
      {asked.hasNextPage && (
        <Button
          variant="default"
          w="fit-content"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </Stack>
  );
}

function Found({ rows, busy }: { readonly rows: readonly CustomerRow[]; readonly busy: boolean }) {
  const t = useTranslations("customer");
  if (rows.length === 0)
    return (
      <Text size="lg" role="status" py="md">
        {t("none")}
      </Text>
    );
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0 }} aria-busy={busy} aria-label={t("title")}>
      {rows.map((row) => (
        <Row key={row.customer} row={row} />
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: CustomerRow }) {
  const t = useTranslations("customer");
  const when = useWhen();
  const count = (name: "kept" | "broken" | "open") => (
    <Text size="sm" {...(name === "broken" && row.broken > 0 ? { className: "missed", fw: 600 } : { c: "dimmed" })}>
      {formatCount(row[name])} {t(name).toLowerCase()}
    </Text>
  );
  return (
    <li className="customer-row">
      <TextLink fw={600} to="/customers/$id" params={{ id: row.customer }}>
        {row.customer}
      </TextLink>
      {count("broken")}
      {count("open")}
      {count("kept")}
      <Text size="sm" c="dimmed">
        {t("last", { when: when(row.last_event) })}
      </Text>
    </li>
  );
}
