import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, type TestInfo, test } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

export type Scheme = "light" | "dark";

export const SCHEMES: readonly Scheme[] = ["light", "dark"];

const ALL: RunOptions["runOnly"] = { type: "tag", values: TAGS };
/** A scheme changes colours and nothing else: a further look takes the rules that measure them. */
const COLOURS: RunOptions["runOnly"] = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

type AxeWindow = typeof globalThis & { readonly axe: { run(of: Document, options: RunOptions): Promise<AxeResults> } };

/**
 * A scheme that fades in would be measured half way, so what moves is brought to its end first. Where a colour is inherited,
 * the end of one fade begins the next.
 */
const settle = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const hasEnd = ({ effect, playState }: Animation) =>
      playState !== "finished" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    const moving = () => document.getAnimations().filter(hasEnd);
    for (let fades = moving(); fades.length > 0; fades = moving()) for (const fade of fades) fade.finish();
  });

async function violationsIn(page: Page, runOnly: RunOptions["runOnly"]): Promise<string[]> {
  // Passes are not listed: naming each element that is fine takes longer than finding those that are not.
  const options: RunOptions = { runOnly, resultTypes: ["violations"] };
  const violations = await page.evaluate(async (asked) => {
    // Where an error took the focus, the page stands scrolled, and its bar lies over what axe measures.
    scrollTo(0, 0);
    return (await (globalThis as AxeWindow).axe.run(document, asked)).violations;
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 160)} ${failureSummary?.split("\n").slice(1, 2).join("") ?? ""}`,
    ),
  );
}

const looks = new WeakMap<TestInfo, number>();

/** What a play looks at, it looks at in one scheme by turns, the phone in the dark one first; in both by the long run. */
function schemesInTurn(): readonly Scheme[] {
  if (process.env.OTHER_WAYS === "1") return SCHEMES;
  const info = test.info();
  const look = looks.get(info) ?? (info.project.name.startsWith("phone") ? 1 : 0);
  looks.set(info, look + 1);
  return [SCHEMES[look % SCHEMES.length] as Scheme];
}

/** Fails on anything that axe finds. What it found is named with the element it stands on. */
export async function expectAxeClean(page: Page, schemes = schemesInTurn()): Promise<void> {
  // Where a page was reached without loading it anew, it is there already.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(SOURCE);
  for (const [at, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await settle(page);
    expect(await violationsIn(page, at === 0 ? ALL : COLOURS), `axe in ${colorScheme}`).toEqual([]);
  }
}
