import type { Browser, Page } from "@playwright/test";
import { type Role, signInAs } from "./sign-in";
import { watch } from "./test";

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
