import type { PromiseGap } from "../gaps/gap.ts";
import type { Verdict } from "../promises/verdict.ts";
import { formatMoment } from "../report/format/moment.ts";
import { formatQuantity } from "../report/format/quantity.ts";
import { plain } from "../report/terminal/words.ts";

interface Manner {
  readonly currency: string | null;
  readonly timezone: string;
}

/** Who is behind the worst of a promise, worst first. */
export function worstText(worst: readonly Verdict[], gap: PromiseGap, { currency, timezone }: Manner): string {
  if (worst.length === 0) return "";
  const unit = (gap.delivered ?? gap.expected ?? gap.target)?.unit ?? "times";
  const amount = (value: number): string => formatQuantity(value, { unit, currency });
  const lines = worst.map((verdict) => {
    const asked = formatMoment(new Date(verdict.askedAt).toISOString(), timezone);
    return `  ${plain(verdict.customer).padEnd(16)} asked ${asked}  ${outcome(verdict, amount)}`;
  });
  return `\nThe worst\n${lines.join("\n")}\n`;
}

function outcome({ verdict, delivered, expected }: Verdict, amount: (value: number) => string): string {
  const against = expected === undefined ? "" : `, expected ${amount(expected)}`;
  if (verdict === "missed" && delivered === undefined) return `never${against}`;
  return delivered === undefined ? verdict : `${amount(delivered)}${against}`;
}
