import type { Page } from "@playwright/test";
import { type Role, signInAs } from "../sign-in";
import { type PageView, readHtml } from "./page-view";

export type Reply = {
  readonly status: number;
  readonly header: (name: string) => string;
  readonly body: string;
};

export type Asker = (
  path: string,
  sent?: { readonly body: Buffer; readonly headers: Record<string, string> },
) => Promise<Reply>;

/**
 * Asks as the person who is signed in on a page, without the page: hundreds of answers are read, and a browser's own requests cost
 * as much as the server's answers. Redirects are answers, and cookies that come back are not kept.
 */
async function askerFor(page: Page, origin: string): Promise<Asker> {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return async (path, sent) => {
    const answer = await fetch(origin + path, {
      redirect: "manual",
      headers: { cookie, ...sent?.headers },
      ...(sent ? { method: "POST", body: new Uint8Array(sent.body) } : {}),
    });
    // A stream has no end: that it was opened is all its answer.
    const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream") === true;
    if (isStream) await answer.body?.cancel();
    return {
      status: answer.status,
      header: (name) => answer.headers.get(name) ?? "",
      body: isStream ? "" : await answer.text(),
    };
  };
}

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
