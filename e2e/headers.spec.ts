import { type IncomingHttpHeaders, request as ask } from "node:http";
import type { APIResponse } from "@playwright/test";
import { cookieOf, enterAs } from "./support/sign-in";
import { expect, test } from "./support/test";

const YEAR_SECONDS = 31_536_000;

const PAGES = [
  ["a page", "/en"],
  ["a page in Chinese", "/zh-CN"],
  ["a page that is not there", "/en/nothing-here"],
  ["a language that is not there", "/xx/requests"],
  ["a page for people who signed in", "/en/orders"],
  ["a page for administrators", "/en/admin/traffic"],
  ["the address without a language", "/"],
] as const;

const ENDPOINTS = [
  ["the health check", "/api/health"],
  ["the readiness check", "/api/ready"],
  ["an endpoint", "/api/v1/hubs"],
  ["an endpoint without a key", "/api/v1/orders"],
  ["an endpoint that is not there", "/api/v1/nothing"],
] as const;

const policyOf = (response: APIResponse): Map<string, string[]> =>
  new Map(
    (response.headers()["content-security-policy"] ?? "")
      .split(";")
      .map((part) => part.trim().split(/\s+/))
      .map(([name = "", ...values]) => [name, values]),
  );

function expectGuarded(response: APIResponse): void {
  const headers = response.headers();
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  expect(headers["x-powered-by"]).toBeUndefined();
  const hsts = headers["strict-transport-security"] ?? "";
  expect(Number(/max-age=(\d+)/.exec(hsts)?.[1])).toBeGreaterThanOrEqual(YEAR_SECONDS);
  expect(hsts).toContain("includeSubDomains");
  expect(policyOf(response).get("frame-ancestors")).toEqual(["'none'"]);
}

for (const [what, path] of PAGES) {
  test(`${what} loads nothing from elsewhere and cannot be framed`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    expectGuarded(response);
    const policy = policyOf(response);
    expect(policy.get("default-src")).toEqual(["'self'"]);
    expect(policy.get("object-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("form-action")).toEqual(["'self'"]);
    const scripts = policy.get("script-src") ?? [];
    expect(scripts.filter((source) => /unsafe|http|\*|data:/.test(source))).toEqual([]);
    expect(scripts.some((source) => /^'nonce-.{16,}'$/.test(source))).toBe(true);
    expect(policy.get("style-src")).toEqual(["'self'"]);
  });
}

for (const [what, path] of ENDPOINTS) {
  test(`${what} is guarded, and nothing can run in its answer`, async ({ request }) => {
    const response = await request.get(path);
    expectGuarded(response);
    expect(policyOf(response).get("default-src")).toEqual(["'none'"]);
    expect(response.headers()["content-type"]).toMatch(/^application\/(problem\+)?json/);
  });
}

test("each answer has a nonce of its own", async ({ request }) => {
  const nonces = await Promise.all(
    [1, 2].map(async () =>
      policyOf(await request.get("/en"))
        .get("script-src")
        ?.join(" "),
    ),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

test("a page of somebody's own is kept by no cache", async ({ request }) => {
  const response = await request.get("/en/orders", { headers: { cookie: cookieOf("buyer") } });
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toContain("no-store");
});

test("the cookie of a sign-in is out of reach of scripts and of other sites", async ({ page, context }) => {
  await enterAs(page, "buyer");
  const session = (await context.cookies()).filter(({ name }) => /session/.test(name));
  expect(session.map(({ httpOnly, sameSite, path }) => ({ httpOnly, sameSite, path }))).toEqual([
    { httpOnly: true, sameSite: "Lax", path: "/" },
  ]);
});

const PAGE_METHODS = "GET, HEAD, POST, OPTIONS";
const FILE_METHODS = "GET, HEAD, OPTIONS";

/** By node:http, since fetch sends no TRACE. */
function send(method: string, url: string): Promise<{ status?: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const asking = ask(url, { method, agent: false }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    asking.on("error", reject);
    asking.end();
  });
}

for (const [what, path, allow] of [
  ["a page", "/en", PAGE_METHODS],
  ["a page that is not there", "/en/nothing-here", PAGE_METHODS],
  ["a file", "/mark.svg", FILE_METHODS],
  ["a file of the build that is not there", "/_next/static/nothing.js", FILE_METHODS],
] as const) {
  test(`${what} takes no method that is not its own`, async ({ baseURL }) => {
    for (const method of ["TRACE", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
      const { status, headers, body } = await send(method, `${baseURL}${path}`);
      expect([status, headers.allow], method).toEqual([405, allow]);
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(body).toBe("Method not allowed\n");
    }
    const options = await send("OPTIONS", `${baseURL}${path}`);
    expect([options.status, options.headers.allow, options.body]).toEqual([204, allow, ""]);
  });
}

for (const [path, method, own] of [
  ["/api/v1/hubs", "PUT", /\bGET\b/],
  ["/api/v1/orders", "DELETE", /\bGET\b/],
  ["/api/health", "POST", /\bGET\b/],
  ["/api/files", "GET", /\bPOST\b/],
  ["/api/v1/hubs", "TRACE", /\bGET\b/],
] as const) {
  test(`${method} of ${path}, which has no such method, is a problem that says which it has`, async ({ baseURL }) => {
    const { status, headers, body } = await send(method, `${baseURL}${path}`);
    expect(status).toBe(405);
    expect(headers["content-type"]).toContain("application/problem+json");
    expect(headers.allow).toMatch(own);
    expect(headers.allow?.split(", ")).not.toContain(method);
    expect(JSON.parse(body)).toMatchObject({ status: 405, code: "method_not_allowed" });
  });
}

test("signing out has the browser forget what it keeps for going back, and leaves what waits in the field", async ({
  page,
}) => {
  await enterAs(page, "provider");
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open("kept-by-a-test", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("entries").put("a report", "one");
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
        opening.onerror = () => failed(opening.error);
      }),
  );
  await page.getByRole("button", { name: "Account" }).click();
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: "Sign out" }).click(),
  ]);
  // The browser shows this header to whoever asks for all of them only.
  expect((await response.allHeaders())["clear-site-data"]).toBe('"cache"');
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toContain(
    "kept-by-a-test",
  );
});

test("search engines are kept from an invented market, and nobody is named who would hear of a hole", async ({
  request,
}) => {
  const robots = await request.get("/robots.txt");
  expect(robots.headers()["content-type"]).toContain("text/plain");
  expect(await robots.text()).toBe("User-agent: *\nDisallow: /\n");
  expect((await request.get("/.well-known/security.txt")).status()).toBe(404);
});
