import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { formatBriefQuantity } from "../../report/format/quantity.ts";
import type { Column } from "../ui/column.ts";
import { TextLink } from "../ui/link.tsx";
import type { PromiseAnswer, VerdictRow, WorstRow } from "./query.ts";

type T = ReturnType<typeof useTranslations<"promise">>;

/** Who it is, leading to all that is known of them. */
const customer = (t: T): Column<VerdictRow> => ({
  id: "customer",
  head: t("customer"),
  kind: "words",
  value: (row) => row.customer,
  cell: (row) => (
    <TextLink inherit underline="always" to="/customers/$id" params={{ id: row.customer }}>
      {row.customer}
    </TextLink>
  ),
});

const verdict = (t: T): Column<VerdictRow> => ({
  id: "verdict",
  head: t("verdict"),
  kind: "words",
  value: (row) => row.verdict,
  cell: ({ verdict: word }) => (
    <span className={word === "late" || word === "missed" ? "missed" : word === "kept" ? "held" : undefined}>
      {word}
    </span>
  ),
});

/** The columns of verdicts one by one, in the units of the promise. */
export function useVerdictColumns(gap: PromiseAnswer): readonly Column<VerdictRow>[] {
  const t = useTranslations("promise");
  const time = (id: "asked_at" | "due_at" | "answered_at", head: string): Column<VerdictRow> => ({
    id,
    head,
    kind: "words",
    value: (row) => row[id],
    cell: (row) => moment(row[id], gap.timezone),
  });
  return [
    customer(t),
    verdict(t),
    time("asked_at", t("askedAt")),
    ...(gap.kind === "then" ? [time("due_at", t("dueAt")), time("answered_at", t("answeredAt"))] : []),
    ...amounts(gap, t),
    { id: "occasion", head: t("occasion"), kind: "words", value: (row) => row.occasion },
    { id: "felt", head: t("feltHead"), kind: "number", value: (row) => row.felt },
  ];
}

/** The same of those who are behind the worst, with what it weighs and how far it went. */
export function useWorstColumns(gap: PromiseAnswer): readonly Column<WorstRow>[] {
  const t = useTranslations("promise");
  const quantity = quantityOf(gap);
  return [
    customer(t),
    verdict(t),
    { id: "occasion", head: t("occasion"), kind: "words", value: (row) => row.occasion },
    { id: "stakes", head: t("stakes"), kind: "number", largestFirst: true, value: (row) => row.stakes },
    {
      id: "beyond",
      head: t("beyondBy"),
      kind: "number",
      largestFirst: true,
      value: (row) => row.beyond,
      cell: (row) => quantity(row.beyond),
    },
    {
      id: "asked_at",
      head: t("askedAt"),
      kind: "words",
      value: (row) => row.asked_at,
      cell: (row) => moment(row.asked_at, gap.timezone),
    },
    { id: "felt", head: t("feltHead"), kind: "number", value: (row) => row.felt },
  ];
}

function amounts(gap: PromiseAnswer, t: T): Column<VerdictRow>[] {
  const unit = (gap.delivered ?? gap.expected)?.unit ?? "done";
  if (unit === "done") return [];
  const quantity = quantityOf(gap);
  return (["delivered", "expected"] as const).map((id) => ({
    id,
    head: t(id),
    kind: "number",
    value: (row) => row[id],
    cell: (row) => quantity(row[id]),
  }));
}

function quantityOf({ delivered, expected, currency }: PromiseAnswer): (value: number | null) => string {
  const unit = (delivered ?? expected)?.unit ?? "done";
  return (value) => (value === null || unit === "done" ? "–" : formatBriefQuantity(value, { unit, currency }));
}

const moment = (iso: string | null, timezone: string): string => (iso === null ? "–" : formatMoment(iso, timezone));
