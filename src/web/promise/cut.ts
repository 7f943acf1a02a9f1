import type { PromiseGap, Slice } from "../../gaps/gap.ts";
import { inOrder } from "../../report/chart/trend.ts";
import type { Filter } from "../filter/filter.ts";
import { monthOf } from "../filter/periods.ts";
import { nameOfProperty, propertyText } from "../filter/property-text.ts";

/** A promise cut by one dimension. */
export interface Cut {
  /** As the address says it; a property's begins with a colon, so that it is never taken for another. */
  readonly id: string;
  readonly kind: "occasion" | "team" | "touchpoint" | "month" | "property";
  readonly name: string;
  readonly slices: readonly Slice[];
}

/** What is left of a dimension of which only the largest parts are told apart. */
export const REST = "…";

/** The cuts that say anything: more than one value, or one that is named. */
export function cutsOf(gap: PromiseGap): readonly Cut[] {
  const plain = (kind: Exclude<Cut["kind"], "property">, slices: readonly Slice[]): Cut => ({
    id: kind,
    kind,
    name: kind,
    slices,
  });
  return [
    plain("occasion", gap.by_occasion),
    ...Object.entries(gap.by_property).map(
      ([name, slices]): Cut => ({ id: `:${name}`, kind: "property", name, slices }),
    ),
    ...[plain("team", gap.by_team), plain("touchpoint", gap.by_touchpoint)].filter(({ slices }) => slices.length > 1),
    plain("month", inOrder(gap.by_month)),
  ].filter(({ slices }) => slices.length > 1 || slices.some(({ key }) => key !== null));
}

/** The filter that looks at one part of a cut alone; null where no filter says so. */
export function narrowed({ kind, name }: Cut, key: string | null, filter: Filter): Filter | null {
  if (key === REST) return null;
  switch (kind) {
    case "occasion":
      return { occasion: [key ?? ""] };
    case "team":
      return key === null ? null : { team: [key] };
    case "touchpoint":
      return key === null ? null : { touchpoint: [key] };
    case "month":
      return key === null ? null : monthOf(key);
    case "property": {
      const others = (filter.property ?? []).filter((text) => nameOfProperty(text) !== name);
      return { property: [...others, propertyText(name, key)] };
    }
  }
}
