import { IncomingMessage, ServerResponse } from "node:http";
import { type AddressInfo, connect, Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { log } from "../platform/process/log";
import { settleAddress } from "./address";
import { sayHeader, sayStatus, withSaid } from "../platform/process/answer-status";
import { guard } from "./guard";
import { addressAsked, sendPageInstead } from "./send-error-page";
import { speak } from "./language";
import { createListener } from "./listener";
import { isTaken, settleMethod } from "./method";
import { noticesOf } from "./well-known-files";

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

test.each([
  "/sitemap.xml",
  "/en/sitemap.xml",
  "/kk/app.webmanifest",
  "/ru/feeds/customs.CN-KZ.xml",
  "/zh-CN/picture",
  "/ru/picture/hub/horgos",
])("%s is the same for all, and says for itself how long it may be kept", (path) => {
  expect(through(path).response.getHeader("cache-control")).toBeUndefined();
});

test("pictures of links may stand on the pages of others, and nothing else may", () => {
  const policy = (path: string) => through(path).response.getHeader("cross-origin-resource-policy");
  expect(policy("/en/picture/hub/horgos")).toBe("cross-origin");
  expect([policy("/en"), policy("/en/pictures"), policy("/mark.svg")]).toEqual(Array(3).fill("same-origin"));
  expect(through("/en/pictures").response.getHeader("cache-control")).toBe("private, no-store");
});

test("an address with its language is shown in it, remembered, and says where the other languages are", () => {
  const { request, response } = through("/zh-CN/hubs", { "x-forwarded-proto": "https" });
  expect(request.headers["x-next-intl-locale"]).toBe("zh-CN");
  expect(response.getHeader("set-cookie")).toBe("locale=zh-CN; Path=/; Max-Age=31536000; SameSite=lax");
  const alternate = (path: string, language: string) =>
    `<https://kouan.example${path}>; rel="alternate"; hreflang="${language}"`;
  expect(String(response.getHeader("link")).split(", ")).toEqual([
    ...["en", "zh-CN", "ru", "vi", "kk"].map((language) => alternate(`/${language}/hubs`, language)),
    alternate("/hubs", "x-default"),
  ]);
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

test.each([
  ["/ru", "ru"],
  ["/kk/hubs", "kk"],
  ["/vi/find", "vi"],
])("%s is shown in its language", (path, language) => {
  expect(through(path).request.headers["x-next-intl-locale"]).toBe(language);
});

test("a language that is remembered is not set again", () => {
  expect(through("/en", { cookie: "theme=dark; locale=en" }).response.getHeader("set-cookie")).toBeUndefined();
});

test.each(["/", "/hubs", "/zh", "/english", "/uz/hubs"])("%s has no language and is left to be led to one", (path) => {
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
      withSaid(response, async () => {
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

test.each([
  ["/en/orders?q=1", "/en/orders?q=1"],
  ["//elsewhere.example/a", "/elsewhere.example/a"],
  ["/\\\\elsewhere.example", "/elsewhere.example"],
  ["http://elsewhere.example/a", "/a"],
  ["http://elsewhere.example/\\\\other.example", "/other.example"],
  ["*", "/*"],
])("a link back to %s leads to %s of this site", (url, address) => {
  const { request } = through("/");
  request.url = url;
  expect(addressAsked(request)).toBe(address);
});

test("a header that an action says is sent with its answer, and with no other", async () => {
  const answered = (value: string | null) => {
    const { response } = through("/en/sign-in");
    withSaid(response, () => {
      if (value !== null) sayHeader("Clear-Site-Data", value);
      response.writeHead(303);
    });
    return response.getHeader("clear-site-data");
  };
  expect([answered('"cache"'), answered(null)]).toEqual(['"cache"', undefined]);
});

function asked(
  method: string,
  path: string,
): { readonly goesOn: boolean; readonly status: number; readonly allow: unknown } {
  const { request, response } = through(path);
  request.method = method;
  const goesOn = !settleMethod(request, response, path);
  return { goesOn, status: response.statusCode, allow: response.getHeader("allow") };
}

const PAGE = "GET, HEAD, POST, OPTIONS";
const FILE = "GET, HEAD, OPTIONS";

test.each([
  ["/en", ["GET", "HEAD", "POST"], PAGE],
  ["/zh-CN/f/abc", ["GET", "HEAD", "POST"], PAGE],
  ["/", ["GET", "HEAD", "POST"], PAGE],
  ["/mark.svg", ["GET", "HEAD"], FILE],
  ["/robots.txt", ["GET", "HEAD"], FILE],
  ["/_next/static/chunks/a.js", ["GET", "HEAD"], FILE],
] as const)("%s takes %j, and says so to whoever asks otherwise", (path, taken, allow) => {
  for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "MKCOL"]) {
    const goesOn = (taken as readonly string[]).includes(method);
    expect(asked(method, path), method).toEqual(
      goesOn ? { goesOn, status: 200, allow: undefined } : { goesOn, status: 405, allow },
    );
  }
  expect(asked("OPTIONS", path)).toEqual({ goesOn: false, status: 204, allow });
});

test("an endpoint is asked for each method that one may have, and for no other", () => {
  const taken = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
  for (const method of [...taken, "TRACE", "PROPFIND"]) {
    expect(isTaken(method, "/api/v1/hubs"), method).toBe(taken.includes(method));
    // The problem document is written where the endpoint's own methods are known.
    expect(asked(method, "/api/v1/hubs").goesOn).toBe(true);
  }
});

const PRODUCTION = {
  baseUrl: "https://kouan.example",
  isFoundHere: true,
  SECURITY_CONTACT: "mailto:security@kouan.example",
};
const noticeOf = (path: string, settings = PRODUCTION) => noticesOf(settings).get(path)?.();

test("search engines are kept from what is private, and from all of a market that is invented", () => {
  const lines = noticeOf("/robots.txt")?.split("\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      "User-agent: *",
      "Disallow: /api/",
      "Disallow: /zh-CN/orders",
      "Disallow: /en/start",
      "Disallow: /kk/f/",
      "Sitemap: https://kouan.example/sitemap.xml",
    ]),
  );
  const closed = (lines ?? []).flatMap((line) => /^Disallow: (.+)/.exec(line)?.[1] ?? []);
  for (const open of [
    "/en",
    "/en/requests/a",
    "/zh-CN/hubs",
    "/en/providers",
    "/en/tariff",
    "/en/developers",
    "/en/corridors",
  ])
    expect(
      closed.filter((path) => open.startsWith(path)),
      open,
    ).toEqual([]);
  expect(noticeOf("/robots.txt", { ...PRODUCTION, isFoundHere: false })).toBe("User-agent: *\nDisallow: /\n");
});

test("whom to tell of a hole is said for half a year from now, and nobody is made up", () => {
  const text = noticeOf("/.well-known/security.txt") ?? "";
  expect(text).toContain("Contact: mailto:security@kouan.example\n");
  expect(text).toContain("Canonical: https://kouan.example/.well-known/security.txt\n");
  expect(text).toContain("Preferred-Languages: en, zh\n");
  const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? "");
  expect(expires).toBeGreaterThan(Date.now() + 90 * 86_400_000);
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  expect(noticeOf("/.well-known/security.txt", { ...PRODUCTION, SECURITY_CONTACT: "" })).toBeUndefined();
});

test("an answer of which nobody takes a byte is given up", async () => {
  const server = createListener({ unreadMs: 500 });
  server.on("request", (_request, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536)));
      response.once("drain", more);
    };
    more();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const closed = new Promise((done) =>
    server.once("connection", (socket) => socket.once("close", () => done("closed"))),
  );
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  client.on("error", () => undefined).pause();
  client.write("GET / HTTP/1.1\r\nHost: kouan.example\r\n\r\n");
  expect(await closed).toBe("closed");
  client.destroy();
  server.close();
});

test("A failure that nobody has named is logged under the reference that its page gets, once.", () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
  onTestFinished(() => logged.mockRestore());
  const { request, response } = through("/en");
  withSaid(response, (said) => {
    sendPageInstead(request, response, { path: "/en", said });
    response.writeHead(500);
    response.end();
  });
  expect(response.statusCode).toBe(500);
  expect(logged.mock.calls).toEqual([
    [expect.objectContaining({ reference: expect.stringMatching(/^[0-9A-F]{8}$/), status: 500 }), expect.any(String)],
  ]);
});
