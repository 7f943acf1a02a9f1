import type { Experience } from "../../language/experience.ts";
import { isRefusal, type Refusal } from "../estimate.ts";
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

type Zoned = Pick<Experience, "timezone">;

/** The same again, to be asked about customers as they are at a moment (ms since 1970 UTC); a refusal stays one. */
export function unpack(carried: Carried, experience: Zoned, asOf: number): Measured;
export function unpack(carried: Carried | Refusal, experience: Zoned, asOf: number): Measured | Refusal;
export function unpack(carried: Carried | Refusal, { timezone }: Zoned, asOf: number): Measured | Refusal {
  if (isRefusal(carried)) return carried;
  const { equity, left, model: kind, fit, basis } = carried;
  const model = MODELS.find((one) => one.kind === kind);
  if (model === undefined) throw new Error(`there is no model of customers called ${kind}`);
  const whole = { ...fit, model, foresight: model.given(fit.parameters) };
  const asked = { asOf, today: dayOf(asOf, timezone) };
  return { kind: "measured", equity, left, basis: { ...basis, fit: whole }, asked };
}
