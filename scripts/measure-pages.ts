import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";

/**
 * Prints how soon pages show what is largest on them on a slow phone, and how long their scripts hold it up: `npm start`, then `npm run measure:pages`.
 * 390 px, a processor four times slower, no cache, the middle of three visits.
 */
type Looked = { readonly as: "visitor" | "buyer" | "provider" | "admin"; readonly path: string };

const PAGES: readonly Looked[] = [
  ...["", "/requests", "/requests/*", "/providers", "/providers/*", "/hubs", "/hubs/*", "/how-it-works", "/help"].map(
    (path) => ({ as: "visitor", path }) as const,
  ),
  ...["/home", "/deals", "/deals/new", "/deals/*", "/orders", "/orders/*", "/inbox"].map(
    (path) => ({ as: "buyer", path }) as const,
  ),
  ...["/home", "/desk", "/bids", "/work", "/orders/*"].map((path) => ({ as: "provider", path }) as const),
  ...["/home", "/admin/traffic"].map((path) => ({ as: "admin", path }) as const),
];

const SLOWDOWN = 4;
const VISITS = 3;
const QUIET_MS = 1_500;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const base = process.env.BASE_URL || "http://127.0.0.1:3000";

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function enter(page: Page, handle: string): Promise<void> {
  await page.goto(`${base}/en/sign-in`);
  await page
    .locator(`form:has(input[name=handle][value=${handle}]) button, button[name=handle][value=${handle}]`)
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

/** A page of one thing: the first that its list leads to. */
async function addressOf(page: Page, path: string): Promise<string> {
  if (!path.endsWith("/*")) return `${base}/en${path}`;
  const list = path.slice(0, -2);
  await page.goto(`${base}/en${list}`);
  const links = page.locator(`main a[href*="/en${list}/"]`);
  const found = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href.split(/[?#]/)[0]));
  const first = found.find((href) => /\/[0-9a-z]{26}$/.test(href ?? "") || list === "/hubs");
  if (!first) throw new Error(`${list} leads to nothing`);
  return first;
}

type Visit = { readonly lcp: number; readonly longest: number; readonly scriptBytes: number };

/** One visit as of somebody who has never been here. */
async function visit(page: Page, cdp: CDPSession, address: string): Promise<Visit> {
  let scriptBytes = 0;
  const scripts = new Set<string>();
  const named = ({ requestId, type }: { requestId: string; type: string }) => {
    if (type === "Script") scripts.add(requestId);
  };
  const loaded = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  };
  cdp.on("Network.responseReceived", named);
  cdp.on("Network.loadingFinished", loaded);
  await cdp.send("Network.clearBrowserCache");
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(QUIET_MS);
  const measured = await page.evaluate(
    () =>
      new Promise<{ lcp: number; longest: number }>((resolve) => {
        let [lcp, longest] = [0, 0];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) lcp = entry.startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        }).observe({ type: "longtask", buffered: true });
        setTimeout(() => resolve({ lcp, longest }), 200);
      }),
  );
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  cdp.off("Network.responseReceived", named);
  cdp.off("Network.loadingFinished", loaded);
  return { ...measured, scriptBytes };
}

const BYTES_PER_KB = 1_000;

async function measure(browser: Browser, { as, path }: Looked): Promise<void> {
  const page = await (await browser.newContext(PHONE)).newPage();
  if (as !== "visitor") await enter(page, as);
  const address = await addressOf(page, path);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  const visits: Visit[] = [];
  for (let visited = 0; visited < VISITS; visited++) visits.push(await visit(page, cdp, address));
  const of = (part: keyof Visit, unit = 1) => Math.round(middle(visits.map((one) => one[part])) / unit);
  console.log(
    `${as.padEnd(9)}${path.padEnd(18)} LCP ${of("lcp").toString().padStart(5)} ms   longest task ${of("longest").toString().padStart(5)} ms   scripts ${of("scriptBytes", BYTES_PER_KB).toString().padStart(4)} KB`,
  );
  await page.context().close();
}

const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"];
const browser = await chromium.launch({
  args,
  ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
});
for (const looked of PAGES) await measure(browser, looked);
await browser.close();
