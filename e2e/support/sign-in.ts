import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type Page, expect } from "@playwright/test";
import { watch } from "./test";

/** Where one test leaves something for the others: beside the tested market's database, so that it goes with it. */
export function keptFile(name: string): string {
  const folder = join(process.env.DATA_DIR as string, "e2e");
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

export const MEMBERS = ["buyer", "buyer2", "provider", "admin"] as const;
export type Member = (typeof MEMBERS)[number];
export type Role = "visitor" | Member;

const BUTTON_MS = 10_000;

/** Signs in as one of the demo market's people, as a visitor of it would: by their button of the sign-in page. */
export async function enterAs(page: Page, handle: string, locale = "en"): Promise<void> {
  await page.goto(`/${locale}/sign-in`);
  // Several people have the same part; what their button sends tells them apart.
  await page.locator(`button[name="handle"][value="${handle}"]`).click({ timeout: BUTTON_MS });
  await expect(page).not.toHaveURL(/sign-in/);
}

type Kept = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

export const sessionFile = (role: Member): string => keptFile(`session-${role}.json`);

const cookiesOf = (role: Member): Kept["cookies"] =>
  (JSON.parse(readFileSync(sessionFile(role), "utf8")) as Kept).cookies;

/** In as `role` by the session that the setup opened: one entrance a role instead of one a test. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  if (role !== "visitor") await page.context().addCookies(cookiesOf(role));
}

/** The same session as a header, for what asks without a browser. */
export const cookieOf = (role: Member): string =>
  cookiesOf(role)
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");

type RoleWindow = { readonly page: Page; readonly complaints: string[] };

const windows = new Map<Role, RoleWindow>();

/** The one window of a role in this process. It stays open for the next test, with what it has loaded: most of a visit was that. */
export async function windowOf(role: Role, browser: Browser, baseURL: string): Promise<RoleWindow> {
  const known = windows.get(role);
  if (known) return known;
  const page = await (await browser.newContext()).newPage();
  const opened = { page, complaints: watch(page, new URL(baseURL).origin).complaints };
  await signInAs(page, role);
  windows.set(role, opened);
  return opened;
}
