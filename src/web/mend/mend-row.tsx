import { Anchor, Button, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "use-intl";
import { formatAmount } from "../../report/format/amount.ts";
import { useMay, useMe } from "../session/me.ts";
import { CaseActions } from "./case-actions.tsx";
import { CaseState } from "./case-state.tsx";
import { Details } from "./details.tsx";
import type { MendRow as Row } from "./query.ts";
import { Urgency } from "./urgency.tsx";
import { useRow } from "./use-case.ts";

/** One customer who is short of value: who, what they are owed, who has them, and what can be done. */
export function MendRow({
  row: shown,
  asOf,
  currency,
  gone,
}: {
  readonly row: Row;
  readonly asOf: string | null;
  readonly currency: string | null;
  readonly gone: boolean;
}) {
  const t = useTranslations("mend");
  const { id } = useMe();
  const may = useMay("cases:write");
  const [open, { toggle }] = useDisclosure();
  const row = useRow(shown, gone);
  const { customer, deficit, case: own } = row;
  const mine = own?.owner?.id === id && own.closed === null;
  const isLeft = gone && (own === null || own.closed === null);
  return (
    <li className={`mend-row${mine ? " mine" : ""}${gone || own?.closed ? " gone" : ""}`}>
      <div>
        <Title order={3} size="h4">
          <Anchor inherit renderRoot={(props) => <Link to="/customers/$id" params={{ id: customer }} {...props} />}>
            {customer}
          </Anchor>
        </Title>
        {deficit !== null && <Text mt={2}>{deficit.reason}</Text>}
        {deficit !== null && asOf !== null && <Urgency deficit={deficit} asOf={asOf} />}
        <CaseState own={own} />
        {isLeft && (
          <Text size="sm" c="dimmed" role="status">
            {t("gone")}
          </Text>
        )}
      </div>
      <div className="mend-side">
        {deficit !== null && <Amount deficit={deficit} currency={currency} />}
        {may && <CaseActions row={row} />}
      </div>
      <div className="mend-whole screen-only">
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-expanded={open}
          aria-label={t(open ? "hideOf" : "detailsOf", { customer })}
          leftSection={open ? <ChevronUp size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
          onClick={toggle}
        >
          {open ? t("hide") : t("details")}
        </Button>
        {open && <Details row={row} currency={currency} />}
      </div>
    </li>
  );
}

function Amount({
  deficit,
  currency,
}: {
  readonly deficit: NonNullable<Row["deficit"]>;
  readonly currency: string | null;
}) {
  const t = useTranslations("mend");
  const { deficit: short, to_save: save } = deficit;
  const amount = (value: number) => formatAmount(Math.round(value), currency);
  return (
    <div>
      <Text fw={650}>{short === null ? t("unknown") : t("amount", { amount: amount(short) })}</Text>
      {save !== null && save >= 0.5 && (
        <Text size="sm" c="dimmed">
          {t("toSave", { amount: amount(save) })}
        </Text>
      )}
    </div>
  );
}
