/** The colours by what they mean: what is written keeps 4.5 : 1 on paper in both schemes, what is drawn 3 : 1. */
export const LIGHT = {
  paper: "#fcfbf8",
  raised: "#f4f1ea",
  ink: "#1d2025",
  soft: "#5a5f68",
  line: "#ddd8cd",
  link: "#1d2025",
  within: "#5a9b93",
  kept: "#1f6f68",
  beyond: "#d1552b",
  broken: "#a83c14",
  never: "#8c2d0d",
  late: "#cf7843",
  missed: "#a83c14",
  open: "#8d8979",
  excused: "#b9b4a6",
  silent: "#e2ded4",
  expected: "#1d2025",
  target: "#4a4db0",
  revealed: "#8a2c74",
  focus: "#4a4db0",
} as const;

export const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  paper: "#16181b",
  raised: "#1f2226",
  ink: "#ebe8e1",
  soft: "#a6aab1",
  line: "#34383e",
  link: "#ebe8e1",
  within: "#467f79",
  kept: "#7fcac2",
  beyond: "#e2713f",
  broken: "#f29a72",
  never: "#bd4a22",
  late: "#e9a077",
  missed: "#c9532a",
  open: "#76776f",
  excused: "#53554f",
  silent: "#3d4043",
  expected: "#f5f2eb",
  target: "#a9acff",
  revealed: "#f0a3dd",
  focus: "#a9acff",
};

const variables = (colours: Readonly<Record<string, string>>) =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");

/** Light, unless the reader's system or the button says dark; always light on paper. */
export const COLOURS = `
:root{color-scheme:light;${variables(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${variables(DARK)}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${variables(DARK)}}}
`;
