import { createServer, get, type IncomingHttpHeaders, IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { expect, onTestFinished, test, vi } from "vitest";
import { log } from "../platform/process/log";
import { sayFault, withSaid } from "../platform/process/answer-status";
import { answerVisitor } from "./answer-visitor";
import { type Answer, drawPage } from "./draw-page";
import { guard, nonceOf } from "./guard";
import { keepPages } from "./kept-pages";
import { speak } from "./language";
import { sendPageInstead } from "./send-error-page";

const NEVER_MS = 60_000;

/** As the framework does: the page has its nonce in it, and comes in parts. */
const page: Answer = async (request, response) => {
  response.setHeader("content-type", "text/html");
  response.setHeader("cache-control", "no-cache");
  response.appendHeader("link", "</font.woff2>; rel=preload");
  response.flushHeaders();
  for (const part of ["<h1>乌鲁木齐</h1>", `<script nonce="${nonceOf(request)}">`, "</script>"]) {
    await pause(1);
    response.write(part);
  }
  response.end();
};

type Sent = { readonly path?: string; readonly method?: string; readonly headers?: Record<string, string> };
type Got = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** A front door before something that draws; what it was asked to draw is told. */
async function doorBefore(draw: Answer, { hasPagesInstead = false } = {}) {
  const asked: IncomingMessage[] = [];
  const answer: Answer = (request, response) => {
    asked.push(request);
    return draw(request, response);
  };
  const pageOf = keepPages((visit) => drawPage(answer, visit), {
    ...{ keptMs: NEVER_MS, pages: 100, pageBytes: 100_000, bytes: 1_000_000 },
  });
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] as string;
    guard(request, response, path);
    speak(request, response, path);
    withSaid(response, async (said) => {
      if (hasPagesInstead) sendPageInstead(request, response, { path, said });
      if (!(await answerVisitor(request, response, { path, said, pageOf }))) await answer(request, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const begin = ({ path = "/en", ...sent }: Sent, heard: (got: Got) => void) =>
    get({ host: "127.0.0.1", port, path, agent: false, ...sent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        heard({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
  const ask = (sent: Sent = {}) => new Promise<Got>((done, failed) => begin(sent, done).on("error", failed));
  return { asked, ask, begin };
}

const nonceSaid = ({ headers }: Got): string =>
  /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";

test("each visitor is sent the page that was drawn once with a nonce and a name of its own, and nobody the nonce it was drawn with", async () => {
  const { asked, ask } = await doorBefore(page);
  const got = await Promise.all(Array.from({ length: 6 }, () => ask()));
  expect(asked).toHaveLength(1);
  const drawn = nonceOf(asked[0] as IncomingMessage);
  for (const one of got) {
    const own = nonceSaid(one);
    expect(one.body.toString()).toBe(`<h1>乌鲁木齐</h1><script nonce="${own}"></script>`);
    expect(own).toMatch(/^[\w+/]{24}$/);
    expect([own, JSON.stringify(one.headers)]).not.toContain(drawn);
  }
  expect(new Set(got.map(nonceSaid)).size).toBe(6);
  const names = got.map(({ headers }) => headers["x-request-id"]);
  expect(new Set([...names, asked[0]?.headers["x-request-id"]]).size).toBe(7);
});

test("what the front door says of an answer stands, and what the framework says comes beside it", async () => {
  const { ask } = await doorBefore(page);
  const { headers } = await ask({ headers: { host: "kouan.example" } });
  expect(headers["cache-control"]).toBe("private, no-store");
  expect(headers["content-type"]).toBe("text/html");
  expect(headers.link).toMatch(/^<http:\/\/kouan\.example\/en>; .*, <\/font\.woff2>; rel=preload$/);
  expect(headers["set-cookie"]).toEqual([expect.stringMatching(/^locale=en;/)]);
});

test("the drawing is told nothing of its reader but the language and the theme", async () => {
  const { asked, ask } = await doorBefore(page);
  const secret = { "user-agent": "secret", referer: "secret", "x-forwarded-for": "secret", authorization: "secret" };
  const cookie = "a=secret; theme=dark; kouan.device=secret; view=secret";
  await ask({ path: "/zh-CN", headers: { ...secret, cookie, host: "secret.example", "x-next-intl-locale": "secret" } });
  const { "x-request-id": _id, "content-security-policy": _policy, ...told } = (asked[0] as IncomingMessage).headers;
  expect(told).toEqual({ host: "localhost", accept: "text/html", cookie: "theme=dark", "x-next-intl-locale": "zh-CN" });
});

test("whoever has a session, or asks for something else, is answered by a drawing of its own", async () => {
  const { asked, ask } = await doorBefore(page);
  await ask();
  const cookie = "kouan.session=abc";
  const others: readonly Sent[] = [
    { headers: { cookie } },
    { headers: { rsc: "1" } },
    { path: "/en?a=1" },
    { path: "/en/orders" },
  ];
  for (const sent of others) {
    const before = asked.length;
    await ask(sent);
    expect(asked.length, JSON.stringify(sent)).toBe(before + 1);
  }
  expect(asked[1]?.headers.cookie).toBe(cookie);
});

test("a page for Brotli reads as the page for everybody else", async () => {
  const { asked, ask } = await doorBefore(page);
  const own = await ask({ headers: { "accept-encoding": "gzip, deflate, br" } });
  expect(own.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(own.body).toString()).toBe(
    `<h1>乌鲁木齐</h1><script nonce="${nonceSaid(own)}"></script>`,
  );
  for (const accepted of ["gzip", "br;q=0, gzip", "identity"])
    expect(
      (await ask({ headers: { "accept-encoding": accepted } })).headers["content-encoding"],
      accepted,
    ).toBeUndefined();
  expect(asked).toHaveLength(1);
});

test("who asks for the head alone is sent no body, and the next reader is sent the page", async () => {
  const { ask } = await doorBefore(page);
  const [head, whole] = [await ask({ method: "HEAD" }), await ask()];
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(whole.body.toString()).toContain("<h1>");
});

test("a visitor who goes away while the page is drawn takes it from nobody", async () => {
  const { asked, ask, begin } = await doorBefore(async (request, response) => {
    await pause(40);
    return page(request, response);
  });
  const gone = begin({}, () => undefined).on("error", () => undefined);
  await pause(20);
  const waiting = ask();
  gone.destroy();
  expect((await waiting).body.toString()).toContain("<h1>");
  expect((await ask()).status).toBe(200);
  expect(asked).toHaveLength(1);
});

test.each([
  ["throws", () => Promise.reject(new Error("no database"))],
  ["ends the connection", async (_request: IncomingMessage, response: ServerResponse) => void response.destroy()],
])("where the drawing %s, each who waited is drawn a page of its own", async (_how, fail) => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
  onTestFinished(() => logged.mockRestore());
  let drawings = 0;
  const { asked, ask } = await doorBefore(async (request, response) => {
    if (drawings++ > 0) return page(request, response);
    await pause(40);
    return fail(request, response);
  });
  const got = await Promise.all([ask(), ask(), ask()]);
  for (const one of got) expect(one.body.toString()).toContain(`nonce="${nonceSaid(one)}"`);
  expect(asked).toHaveLength(4);
});

test("what is not there is told to each who waited with a nonce of its own, and asked for again", async () => {
  const { asked, ask } = await doorBefore(async (request, response) => {
    response.statusCode = 404;
    await page(request, response);
  });
  const got = await Promise.all([ask(), ask({ headers: { "accept-encoding": "br" } })]);
  for (const one of got) {
    expect(one.status).toBe(404);
    expect(one.body.toString()).toContain(`nonce="${nonceSaid(one)}"`);
  }
  await ask();
  expect(asked).toHaveLength(2);
});

test("an outage that the drawing met is told to each who waited, with when to come again", async () => {
  const { asked, ask } = await doorBefore(
    async (request, response) => {
      await pause(40);
      sayFault({ reference: "ABCD1234", outage: { status: 503, retryAfterSeconds: 7 } });
      response.statusCode = 500;
      await page(request, response);
    },
    { hasPagesInstead: true },
  );
  const got = await Promise.all([ask(), ask(), ask()]);
  expect(got.map(({ status, headers }) => [status, headers["retry-after"]])).toEqual(Array(3).fill([503, "7"]));
  expect(asked).toHaveLength(1);
});
