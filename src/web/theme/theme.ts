import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { DARK, LIGHT } from "../../report/page/colours.ts";

/** Around the colour of what is kept, from the lightest down; white on the seventh keeps 4.5 : 1. */
const KEPT: MantineColorsTuple = [
  "#eaf5f3",
  "#d5e8e5",
  "#a9d2cc",
  "#7abbb2",
  "#55a89d",
  "#3b9a8e",
  "#1f6f68",
  "#1a5f59",
  "#144f4a",
  "#0d3f3b",
];

const SANS = '-apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", "Open Sans", "Liberation Sans", Arial, sans-serif';
const SERIF =
  '"Iowan Old Style", Charter, "Palatino Linotype", Palatino, Georgia, "Noto Serif", "Liberation Serif", serif';

/** The look of all pages: that of the report. */
export const theme = createTheme({
  primaryColor: "kept",
  primaryShade: { light: 6, dark: 6 },
  colors: { kept: KEPT },
  fontFamily: SANS,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontFamily: SERIF, fontWeight: "500" },
  fontSizes: { xs: "0.8rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // The head of a dialog is none of the page.
    ModalHeader: { defaultProps: { role: "presentation" } },
    Badge: { defaultProps: { tt: "none" } },
    Card: { defaultProps: { bg: "var(--raised)" } },
  },
});

const ours = (colours: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(colours).map(([name, colour]) => [`--${name}`, colour]));

/** Lines, fields and cards are of the same paper as all else; Mantine's own greys are bluish. */
const greys = (name: "gray" | "dark", shades: Readonly<Record<number, string>>) =>
  Object.fromEntries(Object.entries(shades).map(([shade, colour]) => [`--mantine-color-${name}-${shade}`, colour]));

/** The report's colours for the pictures, and Mantine's own where its contrast is too weak. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...ours(LIGHT),
    "--mantine-color-body": LIGHT.paper,
    "--mantine-color-text": LIGHT.ink,
    "--mantine-color-dimmed": LIGHT.soft,
    "--mantine-color-placeholder": LIGHT.soft,
    "--mantine-color-anchor": "#1a5f59",
    "--mantine-color-default-border": "#8d8979",
    "--mantine-color-error": LIGHT.broken,
    "--mantine-color-kept-text": "#1a5f59",
    "--mantine-color-kept-light-color": "#144f4a",
    ...greys("gray", { 0: LIGHT.raised, 1: LIGHT.raised, 2: LIGHT.line, 3: LIGHT.line, 4: "#8d8979", 6: LIGHT.soft }),
  },
  dark: {
    ...ours(DARK),
    "--mantine-color-body": DARK.paper,
    "--mantine-color-text": DARK.ink,
    "--mantine-color-dimmed": DARK.soft,
    "--mantine-color-placeholder": DARK.soft,
    "--mantine-color-anchor": DARK.kept,
    "--mantine-color-default": DARK.raised,
    "--mantine-color-default-border": "#76776f",
    "--mantine-color-error": DARK.broken,
    "--mantine-color-kept-text": DARK.kept,
    "--mantine-color-kept-light-color": DARK.kept,
    ...greys("dark", { 2: DARK.soft, 4: DARK.line, 5: DARK.line, 6: DARK.raised, 7: DARK.raised }),
  },
});
