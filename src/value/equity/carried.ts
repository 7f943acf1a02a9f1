import type { Experience } from "../../language/experience.ts";
import type { Equity } from "./equity.ts";
import type { Basis } from "./figures.ts";
import { MODELS } from "./hold-out.ts";
import { dayOf, type Measured } from "./measure.ts";
import type { PurchaseModel } from "./model.ts";

/** What was measured as plain data, which goes from one thread to another. */
export interface Carried {
  readonly kind: "carried";
  readonly equity: Equity;
  readonly left: number;
  readonly model: PurchaseModel["kind"];
  readonly fit: Omit<Basis["fit"], "model" | "foresight">;
  readonly basis: Omit<Basis, "fit">;
}

export function carry({ equity, left, basis: { fit, ...basis } }: Measured): Carried {
  const { model, foresight: _, ...rest } = fit;
  return { kind: "carried", equity, left, model: model.kind, fit: rest, basis };
}

/** The same again, to be asked about customers as they are at a moment (ms since 1970 UTC). */
export function unpack(
  { equity, left, model: kind, fit, basis }: Carried,
  { timezone }: Pick<Experience, "timezone">,
  asOf: number,
): Measured {
  const model = MODELS.find((one) => one.kind === kind);
  if (model === undefined) throw new Error(`there is no model of customers called ${kind}`);
  const whole = { ...fit, model, foresight: model.given(fit.parameters) };
  return {
    kind: "measured",
    equity,
    left,
    basis: { ...basis, fit: whole },
    asked: { asOf, today: dayOf(asOf, timezone) },
  };
}
