import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { settleAddress } from "./address";
import { sayStatus, withSaidStatus } from "./answer-status";
import { guard } from "./guard";
import { speak } from "./language";

function through(path: string, headers: Record<string, string> = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, { host: "kouan.example", ...headers });
  const response = new ServerResponse(request);
  guard(request, response, path);
  speak(request, response, path);
  return { request, response };
}

test.each([
  ["/en/requests?hub=a%00b&q=%00", "/en/requests?hub=ab&q="],
  ["/en/requests/%00?q=1", "/en/requests/%00?q=1"],
  ["/api/v1/places?country=%00", "/api/v1/places?country=%00"],
  ["/en", "/en"],
])("%s is asked as %s: a page passes over the null character, which PostgreSQL keeps in no text", (url, asked) => {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  settleAddress(request, url.split("?", 1)[0] as string);
  expect(request.url).toBe(asked);
});

test("no nonce comes twice, however many are drawn", () => {
  const drawn = Array.from({ length: 2_000 }, () => {
    const policy = String(through("/en").response.getHeader("content-security-policy"));
    return /'nonce-([\w+/]{24})'/.exec(policy)?.[1];
  });
  expect(new Set(drawn).size).toBe(2_000);
  expect(drawn).not.toContain(undefined);
});

test("a page has a policy with a nonce of its own, and Next is told of it", () => {
  const [one, two] = [through("/en"), through("/en")];
  const policies = [one, two].map(({ response }) => String(response.getHeader("content-security-policy")));
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/]{24}' 'strict-dynamic';/);
  expect(policies[0]).not.toBe(policies[1]);
  expect(one.request.headers["content-security-policy"]).toBe(policies[0]);
  expect(one.response.getHeader("cache-control")).toBe("private, no-store");
  expect(one.request.headers["x-request-id"]).toBe(one.response.getHeader("x-request-id"));
});

test("in an answer of the API nothing may be loaded or run", () => {
  const { response } = through("/api/v1/requests");
  expect(response.getHeader("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(response.getHeader("x-content-type-options")).toBe("nosniff");
});

test("a file of the build is guarded and may be kept", () => {
  const { response } = through("/_next/static/chunks/a.js");
  expect(response.getHeader("x-content-type-options")).toBe("nosniff");
  expect(response.getHeader("cache-control")).toBeUndefined();
});

test("an address with its language is shown in it, remembered, and says where the other languages are", () => {
  const { request, response } = through("/zh-CN/hubs", { "x-forwarded-proto": "https" });
  expect(request.headers["x-next-intl-locale"]).toBe("zh-CN");
  expect(response.getHeader("set-cookie")).toBe("locale=zh-CN; Path=/; Max-Age=31536000; SameSite=lax");
  expect(response.getHeader("link")).toBe(
    '<https://kouan.example/en/hubs>; rel="alternate"; hreflang="en", <https://kouan.example/zh-CN/hubs>; rel="alternate"; hreflang="zh-CN", <https://kouan.example/hubs>; rel="alternate"; hreflang="x-default"',
  );
});

test.each(["en", "zh-CN", "ru", "vi", "kk"])(
  "a link into the field is shown in %s, and chooses for no other page",
  (locale) => {
    const { request, response } = through(`/${locale}/f/abc`);
    expect(request.headers["x-next-intl-locale"]).toBe(locale);
    expect(response.getHeader("set-cookie")).toBeUndefined();
    expect(response.getHeader("link")).toBeUndefined();
  },
);

test.each(["/ru", "/kk/hubs", "/vi/find"])(
  "%s is no page of the market, which is not written in that language",
  (path) => {
    expect(through(path).request.headers["x-next-intl-locale"]).toBeUndefined();
  },
);

test("a language that is remembered is not set again", () => {
  expect(through("/en", { cookie: "theme=dark; locale=en" }).response.getHeader("set-cookie")).toBeUndefined();
});

test.each(["/", "/hubs", "/zh", "/english"])("%s has no language and is left to be led to one", (path) => {
  const { request, response } = through(path);
  expect(request.headers["x-next-intl-locale"]).toBeUndefined();
  expect(response.getHeader("link")).toBeUndefined();
});

test("a page from the field may ask where it is, and no other page may", () => {
  const permissions = (path: string) => String(through(path).response.getHeader("permissions-policy"));
  expect(permissions("/zh-CN/f/abc")).toContain("geolocation=(self)");
  expect(permissions("/en/orders/f")).toContain("geolocation=()");
  expect(permissions("/api/field/abc/photos")).toContain("geolocation=()");
});

test("a page is answered with the status that it says, also after it has waited, and never with another page's", async () => {
  const answered = async (said: number | null) => {
    const { response } = through("/en/f/abc");
    await new Promise<void>((done) => {
      withSaidStatus(response, async () => {
        await new Promise((later) => setTimeout(later, 1));
        if (said !== null) sayStatus(said);
        response.writeHead(200);
        done();
      });
    });
    return response.statusCode;
  };
  expect(await Promise.all([answered(410), answered(null), answered(404)])).toEqual([410, 200, 404]);
});
