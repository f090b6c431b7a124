import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";

/** Pictures for the README, taken from a running demo market: `npm start`, then `npm run screenshots`. */
type Shot = {
  readonly file: string;
  readonly as: "visitor" | "buyer" | "provider" | "admin";
  readonly locale: "en" | "zh-CN";
  readonly path: string;
  readonly width: 1280 | 390;
  readonly theme?: "light" | "dark";
  /** Links that lead to the picture, each on the page of the one before, such as the first one of a list. */
  readonly follow?: readonly string[];
};

const SHOTS: readonly Shot[] = [
  { file: "landing-1280", as: "visitor", locale: "en", path: "", width: 1280 },
  { file: "landing-390-zh", as: "visitor", locale: "zh-CN", path: "", width: 390 },
  { file: "home-buyer-1280", as: "buyer", locale: "en", path: "/home", width: 1280 },
  { file: "home-provider-390-zh", as: "provider", locale: "zh-CN", path: "/home", width: 390 },
  { file: "home-admin-1280-dark", as: "admin", locale: "en", path: "/home", width: 1280, theme: "dark" },
  { file: "requests-1280", as: "buyer", locale: "en", path: "/requests", width: 1280 },
  { file: "requests-390-zh", as: "provider", locale: "zh-CN", path: "/requests", width: 390 },
  { file: "request-1280", as: "provider", locale: "en", path: "/requests", width: 1280, follow: ["tbody th a"] },
  {
    file: "request-390-zh",
    as: "provider",
    locale: "zh-CN",
    path: "/requests",
    width: 390,
    follow: ["ul.cards a, tbody th a"],
  },
  { file: "desk-1280", as: "provider", locale: "en", path: "/desk", width: 1280 },
  { file: "bids-1280", as: "provider", locale: "en", path: "/bids", width: 1280 },
  { file: "deals-1280", as: "buyer", locale: "en", path: "/deals", width: 1280 },
  { file: "deal-1280", as: "buyer", locale: "en", path: "/deals", width: 1280, follow: ["tbody th a"] },
  {
    file: "chain-1280",
    as: "buyer",
    locale: "en",
    path: "/orders?service=inspection",
    width: 1280,
    follow: ['tbody tr:has-text("Birch plywood 12 mm") th a', 'a[href$="/chain"]'],
  },
  { file: "new-1280", as: "buyer", locale: "en", path: "/deals/new", width: 1280 },
  { file: "new-390-zh", as: "buyer", locale: "zh-CN", path: "/deals/new", width: 390 },
  { file: "orders-1280", as: "buyer", locale: "en", path: "/orders", width: 1280 },
  { file: "order-1280", as: "provider", locale: "en", path: "/orders", width: 1280, follow: ["tbody th a"] },
  { file: "traffic-1280-dark", as: "admin", locale: "en", path: "/admin/traffic", width: 1280, theme: "dark" },
  { file: "traffic-390-zh", as: "admin", locale: "zh-CN", path: "/admin/traffic", width: 390 },
  { file: "sign-in-1280", as: "visitor", locale: "en", path: "/sign-in", width: 1280 },
  { file: "inbox-1280", as: "buyer", locale: "en", path: "/inbox", width: 1280 },
  { file: "providers-1280", as: "visitor", locale: "en", path: "/providers", width: 1280 },
  { file: "hubs-1280-zh", as: "visitor", locale: "zh-CN", path: "/hubs", width: 1280 },
  { file: "organisation-1280", as: "buyer", locale: "en", path: "/organisation", width: 1280 },
];

const CONNECTING_MS = 1_000;
const base = process.env.BASE_URL || "http://127.0.0.1:3000";
const folder = process.env.OUT ?? join(import.meta.dirname, "../docs/screenshots");
const wanted = process.argv.slice(2);

async function enter(page: Page, { as, locale }: Shot): Promise<void> {
  if (as === "visitor") return;
  await page.goto(`${base}/${locale}/sign-in`);
  await page
    .locator(`button[name="handle"][value="${as}"], form:has(input[name="handle"][value="${as}"]) button`)
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

async function take(browser: Browser, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.width === 390 ? 844 : 900 },
    deviceScaleFactor: shot.width === 390 ? 2 : 1,
    colorScheme: shot.theme ?? "light",
  });
  const page = await context.newPage();
  await enter(page, shot);
  await page.goto(`${base}/${shot.locale}${shot.path}`);
  for (const link of shot.follow ?? []) {
    const href = await page.locator(link).locator("visible=true").first().getAttribute("href");
    await page.goto(new URL(href ?? "", base).href);
  }
  // A page that keeps itself up to date says so once it is connected.
  await page.waitForTimeout(CONNECTING_MS);
  await page.screenshot({ path: join(folder, `${shot.file}.png`), fullPage: process.env.FULL === "1" });
  await context.close();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
for (const shot of SHOTS.filter(({ file }) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))) {
  try {
    await take(browser, shot);
    console.log(shot.file);
  } catch (error) {
    process.exitCode = 1;
    console.error(shot.file, String(error).split("\n")[0]);
  }
}
await browser.close();
