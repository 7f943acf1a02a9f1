import { useDocumentTitle } from "@mantine/hooks";

/** What the window is called, the nearest first: it tells open pages apart, in the tabs and to who hears them. */
export const useTitle = (...parts: readonly (string | undefined)[]): void =>
  useDocumentTitle([...parts.filter((part) => part !== undefined && part !== ""), "Kept"].join(" · "));
