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

for (const method of ["TRACE", "PUT", "DELETE"]) {
  test(`${method} on a page changes nothing and tells nothing`, async ({ request }) => {
    const response = await request.fetch("/en", { method });
    expect(response.headers()["x-powered-by"]).toBeUndefined();
    expect(await response.text()).not.toMatch(/at .*\.js:\d+/);
  });
}
