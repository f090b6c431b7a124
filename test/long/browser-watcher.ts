import { chromium } from "@playwright/test";

type Told = { readonly bidCount: number; readonly atMs: number };

/** One real browser on the request's page: when the page itself showed each number of bids. */
export async function browserWatcher(url: string, executablePath: string) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  const told: Told[] = [];
  // The page's clock and this one are the same machine's; what is compared is when the binding is called.
  await page.exposeBinding("kouanTold", (_, bidCount: number) => {
    told.push({ bidCount, atMs: performance.now() });
  });
  await page.addInitScript(() => {
    const Native = window.EventSource;
    window.EventSource = class extends Native {
      constructor(address: string | URL, init?: EventSourceInit) {
        super(address, init);
        this.addEventListener("heard", () => (window as unknown as { kouanTold(count: number): void }).kouanTold(1));
      }
    };
  });
  await page.goto(url);
  await page.locator(".live-bar .live", { hasText: "Live" }).waitFor({ timeout: 30_000 });
  return {
    told,
    /** What the line above the request says of it, once the measuring is over. */
    line: () => page.locator(".live-bar .live").innerText(),
    close: () => browser.close(),
  };
}
