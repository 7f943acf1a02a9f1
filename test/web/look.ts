import axe from "axe-core";
import type { Page } from "playwright-core";

/** Opens an address and waits until nothing is asked or drawn any more. */
export async function show(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until the page says its heading, no skeleton is left, and nothing moves. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading").first().waitFor();
  await page.locator("[class*=Skeleton-root]").first().waitFor({ state: "detached" });
  await page.evaluate("document.fonts.ready");
  await still(page);
}

/** Waits until nothing moves and no colour changes any more. */
async function still(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const ends = (one) => one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity;
    for (;;) {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const moving = document.getAnimations().filter(ends);
      if (moving.length === 0) return;
      await Promise.all(moving.map((one) => one.finished.catch(() => {})));
    }
  })()`);
}

/** Puts the page in light or dark, and waits until it is. */
export async function colour(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
}

/** Opens every part that is shut where the screen is narrow, by keyboard. */
export async function unfold(page: Page): Promise<void> {
  const shut = page.locator("button.fold[aria-expanded=false]");
  while ((await shut.count()) > 0) await shut.first().press("Enter");
}

/** What axe finds, each as the rule and the places. */
export async function axeFinds(page: Page): Promise<string[]> {
  await still(page);
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  // The text runs in the page, whose names the compiler does not know.
  const found: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] = await page.evaluate(
    "axe.run().then((all) => all.violations)",
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => JSON.stringify(node.target)).join(" ")}`);
}

/** Errors and warnings of the console from now on. */
export function complaintsOf(page: Page): readonly string[] {
  const said: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}
