import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { atRiskRows } from "../../report/words/equity-at-risk.ts";
import type { EquityAtRisk } from "../../value/findings/equity-at-risk.ts";
import type { Column } from "../ui/column.ts";
import { SortedTable } from "../ui/sorted-table.tsx";

interface Row {
  readonly promise: string;
  readonly at_risk: number;
  readonly amount: string;
  readonly takes: string;
}

/** Which broken promises put how much at risk. */
export function AtRiskTable({ found, currency }: { readonly found: EquityAtRisk; readonly currency: string | null }) {
  const t = useTranslations("value");
  const rows = useMemo(
    () =>
      atRiskRows(found, currency).map(([promise, amount, takes]): Row => {
        const at_risk = found.by_promise.find((one) => one.promise === promise)?.at_risk ?? 0;
        return { promise, amount, takes, at_risk };
      }),
    [found, currency],
  );
  const columns = useMemo(
    () =>
      [
        {
          id: "promise",
          head: t("promise"),
          kind: "words",
          value: (row) => row.promise,
          cell: ({ promise }) => <PromiseLink promise={promise}>{promise}</PromiseLink>,
        },
        {
          id: "at-risk",
          head: t("amount"),
          kind: "number",
          largestFirst: true,
          value: (row) => Math.round(row.at_risk),
          cell: ({ amount }) => amount,
        },
        { id: "takes", head: t("takes"), kind: "words", value: (row) => row.takes },
      ] satisfies Column<Row>[],
    [t],
  );
  if (rows.length === 0) return null;
  return (
    <>
      <Text component="h3" fw={650} mt="md">
        {t("byPromise")}
      </Text>
      <SortedTable
        caption={t("byPromise")}
        name="equity-at-risk"
        columns={columns}
        rows={rows}
        keyOf={({ promise }) => promise}
      />
    </>
  );
}

/** A promise by whatever it is called here, leading to its page. */
export function PromiseLink({ promise, children }: { readonly promise: string; readonly children: string }) {
  return (
    <Anchor
      inherit
      c="inherit"
      underline="always"
      renderRoot={(props) => <Link to="/promises/$name" params={{ name: promise }} {...props} />}
    >
      {children}
    </Anchor>
  );
}
