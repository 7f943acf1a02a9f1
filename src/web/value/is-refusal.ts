import type { Refusal } from "../../value/estimate.ts";

/** Whether a figure cannot be known, and says why. */
export const isRefusal = (found: { readonly kind?: unknown } | Refusal): found is Refusal => found.kind === "refusal";
