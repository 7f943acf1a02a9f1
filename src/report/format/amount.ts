import { formatNumber } from "./count.ts";

/** A measured amount in the experience's currency: "€1,250", "€0.45"; without a known currency the bare number. */
export function formatAmount(amount: number, currency: string | null): string {
  if (currency === null) return formatNumber(amount);
  if (!/^[A-Z]{3}$/.test(currency)) return `${formatNumber(amount)}\u00a0${currency}`;
  const cents = Math.abs(amount) < 1000 && !Number.isInteger(amount);
  const format = new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    minimumFractionDigits: cents ? 2 : 0,
    maximumFractionDigits: cents ? 2 : 0,
    notation: Math.abs(amount) >= 1e9 ? "compact" : "standard",
  });
  return format.format(amount + 0);
}
