import { test as base, expect, type Page } from "@playwright/test";
import { moveClock } from "@/scripts/testing/clock.mjs";

export { expect };

type Watched = { readonly complaints: string[] };

/** A page that is not there makes the browser complain of it; that is the answer, not a fault. */
const isAnswerItself = (text: string, url: string, page: Page): boolean =>
  /Failed to load resource/.test(text) && url === page.url();

/** Everything that the browser complains of on a page: errors of scripts, refusals of the page's own policy, requests to others. */
export function watch(page: Page, origin: string): Watched {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" || isAnswerItself(message.text(), message.location().url, page)) return;
    complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin)
      complaints.push(`request to another host: ${url.origin}`);
  });
  return { complaints };
}

const CLOCK_OFFSET_MS = Number(process.env.TEST_CLOCK_OFFSET_MS ?? 0);

/** Every test of a page fails on an error in the browser's console, a breach of the policy, or a request to anybody else. */
export const test = base.extend<object, { clock: undefined }>({
  // Where a run plays on another day, all windows read the clock of the server: also those that a test opens for itself.
  clock: [
    async ({ browser }, use) => {
      if (CLOCK_OFFSET_MS !== 0) {
        const open = browser.newContext.bind(browser);
        browser.newContext = async (options) => {
          const context = await open(options);
          await context.addInitScript(moveClock, CLOCK_OFFSET_MS);
          return context;
        };
      }
      await use(undefined);
    },
    { scope: "worker", auto: true },
  ],
  page: async ({ page, baseURL }, use) => {
    const watched = watch(page, new URL(baseURL as string).origin);
    await use(page);
    expect(watched.complaints, "the browser complained").toEqual([]);
  },
});

/** Fails where a page can be pushed sideways: nothing is readable that stands beyond the edge of a phone. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const { content, window, wide } = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const isHeld = (element: Element) => element.closest("[tabindex], nav") !== null;
    const isWide = (element: Element) => element.getBoundingClientRect().right > edge + 1 && !isHeld(element);
    return {
      content: document.documentElement.scrollWidth,
      window: edge,
      wide: [...document.body.querySelectorAll("*")].filter(isWide).map(({ outerHTML }) => outerHTML.slice(0, 80)),
    };
  });
  expect(content, `the page is wider than its window: ${wide.slice(-5).join(" ")}`).toBeLessThanOrEqual(window);
}
