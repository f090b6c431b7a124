import type { Page } from "@playwright/test";
import { type Role, signInAs } from "../sign-in";
import { type PageView, readHtml } from "./judge/page-view";
import { type Asker, askerFor } from "./send/asker";

/** Somebody who asks for everything and reads what comes back. */
export type Sweeper = {
  readonly role: Role;
  readonly origin: string;
  readonly ask: Asker;
  readonly read: (html: string) => Promise<PageView>;
};

/** The page itself stays blank: it lends its reading of markup, and the session. */
export async function sweeperAs(page: Page, role: Role, origin: string): Promise<Sweeper> {
  await signInAs(page, role);
  await page.goto("about:blank");
  return { role, origin, ask: await askerFor(page, origin), read: (html) => readHtml(page, html) };
}
