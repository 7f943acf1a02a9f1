import { expect, test } from "vitest";
import { DARK, LIGHT } from "./colours.ts";

/** WCAG 2.2: relative luminance and contrast. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((i) => {
    const share = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const WRITTEN = ["ink", "soft", "link", "kept", "broken", "target", "revealed", "expected"] as const;
const DRAWN = ["within", "beyond", "never", "late", "missed", "open", "focus"] as const;

test.each([
  ["light", LIGHT],
  ["dark", DARK],
] as const)("what is written and drawn can be seen in the %s", (_, colours) => {
  for (const name of WRITTEN) expect([name, contrast(colours[name], colours.paper) >= 4.5]).toEqual([name, true]);
  for (const name of DRAWN) expect([name, contrast(colours[name], colours.paper) >= 3]).toEqual([name, true]);
});
