import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { visitOf } from "./visit";

type Sent = { readonly method?: string; readonly headers?: Readonly<Record<string, string>> };

function visit(url: string, { method = "GET", headers = {} }: Sent = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method, url });
  Object.assign(request.headers, { host: "kouan.example", accept: "text/html", ...headers });
  return visitOf(request, url.split("?", 1)[0] as string);
}

test.each([
  ["/en", "en"],
  ["/zh-CN", "zh-CN"],
  ["/en/requests", "en"],
  ["/zh-CN/requests/01m8ne38m08mstzxv8ajz1zaw8", "zh-CN"],
  ["/en/providers", "en"],
  ["/en/providers/01m8ne38m08mstzxv8ajz1zaw8", "en"],
  ["/en/hubs", "en"],
  ["/en/hubs/horgos", "en"],
  ["/en/hubs/plan", "en"],
  ["/en/corridors", "en"],
  ["/en/tariff", "en"],
  ["/en/tariff/CN-85", "en"],
  ["/en/developers", "en"],
  ["/en/how-it-works", "en"],
  ["/zh-CN/help", "zh-CN"],
  ["/en/help/where_is_order", "en"],
  ["/en/glossary", "en"],
  ["/en/fees", "en"],
  ["/en/terms", "en"],
  ["/en/privacy", "en"],
  ["/en/contact", "en"],
  ["/en/status", "en"],
])("%s is the same page for every visitor", (path, locale) => {
  for (const method of ["GET", "HEAD"]) expect(visit(path, { method })).toEqual({ path, locale, theme: null });
});

test.each([
  "/",
  "/en/",
  "/en/sign-in",
  "/en/sign-up",
  "/en/join/abc",
  "/en/reset-password",
  "/en/verify-email",
  "/en/account",
  "/en/mailbox",
  "/en/home",
  "/en/inbox",
  "/en/desk",
  "/en/work",
  "/en/orders",
  "/en/orders/01m8ne38m08mstzxv8ajz1zaw8",
  "/en/deals/new",
  "/en/admin/fees",
  "/en/help?q=fees",
  `/en/start/${"t".repeat(43)}`,
  `/zh-CN/start/${"t".repeat(43)}/publish`,
  "/en/bids",
  "/en/organisation/members",
  "/en/admin/traffic",
  "/en/packs/01m8ne38m08mstzxv8ajz1zaw8",
  "/en/f/abc",
  "/ru/f/abc",
  "/en/requests/01m8ne38m08mstzxv8ajz1zaw8/amend",
  "/en/requests/01m8ne38m08mstzxv8ajz1zaw8/bids/01m8ne38m08mstzxv8ajz1zaw8",
  "/en/requests/01m8ne38m08mstzxv8ajz1zaw8/proof/download",
  "/en/requests/a%2Fb",
  "/en/nothing-here",
  "/api/health",
  "/_next/static/chunks/a.js",
])("%s is drawn for its reader: no page is shared that is not named", (path) => {
  expect(visit(path)).toBeNull();
});

test.each([
  "kouan.session=a",
  "theme=dark; kouan.session=a",
  "__Host-kouan.session=a; locale=en",
  "kouan.session=none",
])("whoever sends %s is no visitor, whether or not the session stands", (cookie) => {
  expect(visit("/en/requests", { headers: { cookie } })).toBeNull();
});

test.each([
  [{ rsc: "1" }],
  [{ "next-router-prefetch": "1" }],
  [{ "next-router-state-tree": "a" }],
  [{ "next-url": "/en" }],
  [{ "next-action": "a" }],
  [{ "x-nextjs-data": "1" }],
  [{ "content-type": "text/plain" }],
  [{ "content-length": "3" }],
  [{ "transfer-encoding": "chunked" }],
])("with %j something else is asked for than the page", (headers) => {
  expect(visit("/en/requests", { headers })).toBeNull();
});

test("a question, another method and a whole address are asked of the framework", () => {
  for (const url of ["/en/requests?state=open", "/en/requests?", "/en?_rsc=abc"]) expect(visit(url), url).toBeNull();
  for (const method of ["POST", "PUT", "OPTIONS"]) expect(visit("/en", { method }), method).toBeNull();
});

test("a page differs by its reader's theme, and by no other cookie or header", () => {
  const themeOf = (cookie: string) => visit("/en", { headers: { cookie, "user-agent": "a", "x-other": "b" } })?.theme;
  expect([themeOf("theme=dark"), themeOf("locale=zh-CN; theme=light")]).toEqual(["dark", "light"]);
  for (const cookie of ["theme=", "theme=<script>", "theme=darker", "locale=en; view=buyer; kouan.device=a"])
    expect(themeOf(cookie), cookie).toBeNull();
});
