import { createHash } from "node:crypto";
import type { Markup } from "../markup.ts";

/** Two comforts and no more: another colour scheme by a button, and everything opened before it is printed. */
const text = `(() => {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);
  const show = () => { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", "Change to " + (isDark() ? "light" : "dark") + " colours"); };
  button.hidden = false;
  button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; show(); });
  prefersDark.addEventListener("change", show);
  show();
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...document.querySelectorAll("details:not([open])")]; for (const each of opened) each.open = true; });
  addEventListener("afterprint", () => { for (const each of opened) each.open = false; opened = []; });
})();`;

export const SCRIPT: Markup = { kind: "markup", text };

/** What the page's policy lets run. */
export const SCRIPT_HASH = `sha256-${createHash("sha256").update(text).digest("base64")}`;
