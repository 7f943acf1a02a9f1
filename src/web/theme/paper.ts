const SCHEME = "data-mantine-color-scheme";

/** Paper is white: in whatever colours one reads, what is printed has the light ones. */
export function printInLight(): void {
  const root = document.documentElement;
  let read = root.getAttribute(SCHEME) ?? "light";
  window.addEventListener("beforeprint", () => {
    read = root.getAttribute(SCHEME) ?? read;
    root.setAttribute(SCHEME, "light");
  });
  window.addEventListener("afterprint", () => root.setAttribute(SCHEME, read));
}
