import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * A scheme changes colours and nothing else: the second look takes the rules that measure them. It finds axe in the page
 * from the first, so nothing is read in again.
 */
const LOOKS = [
  { colorScheme: "light", runOnly: { type: "tag", values: TAGS }, source: undefined },
  { colorScheme: "dark", runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, source: "0" },
] as const;

/** A scheme that fades in would be measured half way: what moves is brought to its end first. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });

async function violationsIn(page: Page, { runOnly, source }: (typeof LOOKS)[number]): Promise<string[]> {
  const builder = new AxeBuilder({ page, ...(source ? { axeSource: source } : {}) })
    // Without frames of others the one page can be run as a whole, which spares a second one for the results.
    .setLegacyMode()
    // Passes are not listed: naming each element that is fine takes longer than finding those that are not.
    .options({ runOnly: { ...runOnly, values: [...runOnly.values] }, resultTypes: ["violations"] });
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 160)} ${failureSummary?.split("\n").slice(1, 2).join("") ?? ""}`,
    ),
  );
}

/** Fails on anything that axe finds, in light and in dark. What it found is named with the element it stands on. */
export async function expectAxeClean(page: Page): Promise<void> {
  for (const look of LOOKS) {
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
    await settle(page);
    expect(await violationsIn(page, look), `axe in ${look.colorScheme}`).toEqual([]);
  }
}
