import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { refuseUnread } from "./refuse-unread";

const HOST = "market.example";

type Sent = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: BodyInit | null };

const ask = (path: string, { method = "POST", headers = {}, body = null }: Sent = {}) =>
  refuseUnread(new NextRequest(`https://${HOST}${path}`, { method, body, headers: { host: HOST, ...headers } }));

const form = (): FormData => {
  const data = new FormData();
  data.append("name", "Li Na");
  return data;
};

test("a form of our own page goes on, and its body is still there to be read", async () => {
  const headers = { host: HOST, origin: `https://${HOST}` };
  const request = new NextRequest(`https://${HOST}/en/sign-up`, { method: "POST", body: form(), headers });
  expect(await refuseUnread(request)).toBeNull();
  expect((await request.formData()).get("name")).toBe("Li Na");
});

test.each(["https://elsewhere.example", "null", "no origin", `https://${HOST}.elsewhere.example`])(
  "a form that comes from %s is refused, and the front door is told why",
  async (origin) => {
    const answer = await ask("/zh-CN/sign-up", { body: form(), headers: { origin } });
    expect(answer?.status).toBe(403);
    expect(answer?.headers.get("x-instead")).toBe("elsewhere");
  },
);

test("behind a reverse proxy the host that it names is ours, and the one it calls is not", async () => {
  const behind = { host: "127.0.0.1:3000", "x-forwarded-host": HOST };
  expect(await ask("/en", { body: form(), headers: { ...behind, origin: `https://${HOST}` } })).toBeNull();
  expect((await ask("/en", { body: form(), headers: { ...behind, origin: "http://127.0.0.1:3000" } }))?.status).toBe(
    403,
  );
});

test("a form without an origin goes on, as the framework lets it", async () => {
  expect(await ask("/en", { body: form() })).toBeNull();
});

test("what is too large for a form, and what is none, is refused", async () => {
  expect((await ask("/en", { body: form(), headers: { "content-length": "1048577" } }))?.status).toBe(413);
  const type = { "content-type": "multipart/form-data; boundary=b" };
  expect((await ask("/en", { body: "no form", headers: type }))?.status).toBe(400);
  expect((await ask("/en", { body: "no form", headers: { "content-type": "multipart/form-data" } }))?.status).toBe(400);
});

test("an address that cannot be decoded is no page, and for the API a problem", async () => {
  for (const path of ["/en/%", "/en/requests/%ED%A0%80", "/%E0%A4%A", "/en/hubs/%00"]) {
    const answer = await ask(path, { method: "GET" });
    expect(answer?.status).toBe(400);
    expect(answer?.headers.get("content-type")).toContain("text/html");
  }
  const problem = await ask("/api/v1/orders/%ED%A0%80", { method: "GET" });
  expect(problem?.headers.get("content-type")).toBe("application/problem+json");
  expect(await problem?.json()).toMatchObject({ status: 400, code: "no_address" });
  expect(await ask("/en/hubs/%E5%8C%97", { method: "GET" })).toBeNull();
});
