import { wilson } from "../../gaps/wilson.ts";
import type { Experience } from "../../language/experience.ts";
import { isOfTerm } from "../../promises/pass.ts";
import { digits, moment, type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { paidOf } from "../bought.ts";
import { type Estimate, estimate, type Refusal, refusal } from "../estimate.ts";
import { answerOf, NEVER_ASKED } from "./answered.ts";
import { type Asked, BUYERS } from "./buyers.ts";
import type { Stated } from "./equity.ts";
import { type Basis, figuresOf, shareOf as shareOfBuyers } from "./figures.ts";
import type { BuyerCell } from "./read-cells.ts";

interface Row {
  readonly yes: number;
  readonly repeats: number;
  readonly latest: number;
  readonly known: number;
  readonly buyers: number;
  readonly customers: number;
  /** Of those who answered so at least a window ago: how many, and who bought within it. */
  readonly said: number;
  readonly bought_later: number;
  readonly said_yes: number;
  readonly did_yes: number;
}

/** Stated beside behaved: what customers answered to "would you buy again today?", and what they do. */
export async function compareStated(
  store: Store,
  experience: Experience,
  asked: Asked,
  basis: Basis,
): Promise<Stated | Refusal> {
  const answer = answerOf(experience);
  if (answer === undefined) return NEVER_ASKED;
  const rows = await store.rows<Row>(answersQuery(experience, asked, answer, basis.againDays), BUYERS);
  const n = total(rows, ({ customers }) => customers);
  const share = shareOf(
    total(rows, (row) => row.yes * row.customers),
    n,
    "the latest answer of each customer",
  );
  if (share === null)
    return refusal(
      "Nobody has answered yet whether they would buy again.",
      "At least one answer; some hundred tell more.",
    );
  const [behavedOfNo, behavedOfYes] = behaved(rows, basis);
  const said = total(rows, (row) => row.said);
  const saidYes = total(rows, (row) => row.said_yes);
  const didYes = total(rows, (row) => row.did_yes);
  return {
    kind: "stated",
    asked: n,
    yes: share,
    behaved_of_yes: behavedOfYes ?? null,
    behaved_of_no: behavedOfNo ?? null,
    did_after_yes: shareOf(didYes, saidYes, "purchases after the answer"),
    did_after_no: shareOf(
      total(rows, (row) => row.bought_later) - didYes,
      said - saidYes,
      "purchases after the answer",
    ),
  };
}

/** Who will buy again by what they did, of those who said no and of those who said yes; null where none of them ever bought. */
function behaved(rows: readonly Row[], basis: Basis): readonly (Estimate | null)[] {
  const buyers = rows.filter((row) => row.buyers > 0);
  const cells = buyers.map(({ repeats, latest, known, buyers: customers }): BuyerCell => {
    return { occasion: 0, repeats, latest, known, paid: 0, customers, spend: 0, received: 0 };
  });
  const [found = []] = figuresOf(
    cells,
    [{ names: ["no", "yes"], of: Int32Array.from(buyers, (row) => row.yes) }],
    basis,
  );
  return found.map(({ again, customers }) =>
    customers === 0 ? null : shareOfBuyers(again, customers, "the mean chance that behaviour gives"),
  );
}

const total = (rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

function shareOf(hits: number, n: number, method: string): Estimate | null {
  const interval = wilson(hits, n);
  if (interval === null) return null;
  return estimate({ value: hits / n, low: interval[0], high: interval[1] }, { n, grade: "D", method });
}

function answersQuery(experience: Experience, asked: Asked, answer: Sql, againDays: number): Sql {
  const { asOf, today, among = sql`true` } = asked;
  const zone = text(experience.timezone);
  return sql`select toUInt8(answers[-1].2) as yes, toUInt32(greatest(length(days), 1) - 1) as repeats,
    toUInt32(days[-1] - days[1]) as latest, toUInt32(${digits(today)} - days[1]) as known,
    toUInt32(countIf(length(days) > 0)) as buyers, toUInt32(count()) as customers,
    toUInt32(countIf(length(old) > 0)) as said, toUInt32(countIf(length(old) > 0 and did)) as bought_later,
    toUInt32(countIf(length(old) > 0 and old[-1].2)) as said_yes, toUInt32(countIf(length(old) > 0 and old[-1].2 and did)) as did_yes
  from (select customer_key, arraySort(groupArrayIf((at, assumeNotNull(answer), day), isNotNull(answer))) as answers,
      arrayCompact(arraySort(groupArrayIf(day, bought))) as days,
      arrayFilter(one -> one.3 + ${digits(againDays)} <= ${digits(today)}, answers) as old,
      arrayExists(one -> one > old[-1].3 and one <= old[-1].3 + ${digits(againDays)}, days) as did
    from (select customer_key, at, toInt32(toDate32(at, ${zone})) as day, ${answer} as answer, ${paidOf(experience)} as amount,
        ${isOfTerm(experience.value.bought)} and ifNull(amount >= 0, true) as bought
      from events where at <= ${moment(asOf)} and ${among})
    where bought or isNotNull(answer) group by customer_key having length(answers) > 0)
  group by yes, repeats, latest, known order by yes, repeats, latest, known`;
}
