import type { APIRequestContext, BrowserContext } from "@playwright/test";
import { askForCarriage, bidOnCarriage } from "./support/carriage-request";
import { callAs } from "./support/call-as";
import { cookieOf } from "./support/sign-in";
import { expect, test, watch } from "./support/test";

/** A visitor's page is so old at most (server/front-door/kept-pages.ts), and is drawn in less than the rest. */
const KEPT_MS = 2_000;
const DRAWN_MS = 1_000;

const nonceOf = (html: string): string => / nonce="([^"]+)"/.exec(html)?.[1] ?? "";
const markOf = (html: string): string => /\\"mark\\":\\"([\w-]+)/.exec(html)?.[1] ?? "";

const askedFor = (request: APIRequestContext): Promise<string> => askForCarriage(callAs(request, "buyer"));

/** The page as somebody without a cookie is sent it. */
async function sent(request: APIRequestContext, path: string, headers: Record<string, string> = {}) {
  const answer = await request.get(path, { headers });
  return { status: answer.status(), html: await answer.text(), headers: answer.headers() };
}

test("visitors of one drawing have nonces of their own, and its scripts run for each", async ({ browser, request }) => {
  const path = `/en/requests/${await askedFor(request)}`;
  const contexts: BrowserContext[] = [];
  const seen: { readonly nonce: string; readonly mark: string }[] = [];
  for (let visitor = 0; visitor < 3; visitor++) {
    const context = await browser.newContext();
    contexts.push(context);
    const page = await context.newPage();
    const { complaints } = watch(page, new URL(test.info().project.use.baseURL as string).origin);
    const answer = await page.goto(path);
    const html = (await answer?.text()) ?? "";
    expect(answer?.headers()["content-security-policy"]).toContain(`'nonce-${nonceOf(html)}'`);
    // Only a script of the page joins the line.
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    expect(complaints).toEqual([]);
    seen.push({ nonce: nonceOf(html), mark: markOf(html) });
  }
  expect(new Set(seen.map(({ nonce }) => nonce)).size).toBe(3);
  await Promise.all(contexts.map((context) => context.close()));
  // A mark is enciphered anew at each drawing, so the same one is of the same drawing: one a process, and one more where its time runs out meanwhile.
  const answers = await Promise.all(Array.from({ length: 12 }, () => sent(request, path)));
  const marks = new Set(answers.map(({ html }) => markOf(html)));
  expect(marks).not.toContain("");
  expect(marks.size).toBeLessThanOrEqual(4);
  expect(new Set(answers.map(({ html }) => nonceOf(html))).size).toBe(12);
});

test("a member is never sent a visitor's page, nor a visitor a member's, however they mix", async ({ request }) => {
  const path = `/en/requests/${await askedFor(request)}`;
  const cookie = cookieOf("buyer");
  for (const address of [path, "/en", "/en/requests"]) {
    const answers = await Promise.all(
      Array.from({ length: 24 }, async (_, at) => ({
        isMember: at % 2 === 0,
        ...(await sent(request, address, at % 2 === 0 ? { cookie } : {})),
      })),
    );
    for (const { isMember, status, html } of answers) {
      expect(status).toBe(200);
      expect(html.includes('href="/en/account"'), address).toBe(isMember);
      expect(html.includes('href="/en/sign-in"'), address).toBe(!isMember);
    }
    const nonces = answers.map(({ html }) => nonceOf(html));
    expect(new Set(nonces).size).toBe(answers.length);
  }
});

test("what its buyer cancels is told to visitors within the time that a page is kept", async ({ request }) => {
  const id = await askedFor(request);
  const path = `/en/requests/${id}`;
  const reason = "The goods are not ready";
  expect((await sent(request, path)).html).not.toContain(reason);
  await callAs(request, "buyer")(`/requests/${id}/cancel`, { reason });
  await new Promise((done) => setTimeout(done, KEPT_MS + DRAWN_MS));
  expect((await sent(request, path)).html).toContain(reason);
});

test("a kept page that is older than what has happened since hears of it by its line", async ({ page, request }) => {
  const id = await askedFor(request);
  const path = `/en/requests/${id}`;
  const kept = await request.get(path);
  const [before, headers] = [await kept.text(), kept.headers()];
  await bidOnCarriage(callAs(request, "provider"), id);
  await page.route(`**${path}`, (route) => route.fulfill({ body: before, headers }));
  await page.goto(path);
  expect(markOf(await page.content())).toBe(markOf(before));
  await expect(page.locator("dl.waybill > div").filter({ hasText: /^8/ }).locator("dd")).toHaveText(/^1/);
});

test("a page that is not there is told so to each visitor, with a policy that its own scripts keep", async ({
  request,
}) => {
  const path = "/en/requests/00000000000000000000000000";
  const answers = await Promise.all([1, 2, 3].map(() => sent(request, path)));
  for (const { status, html, headers } of answers) {
    expect(status).toBe(404);
    expect(headers["content-security-policy"]).toContain(`'nonce-${nonceOf(html)}'`);
  }
});
