import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { accept } from "@/domain/shared/result";
import { apiMarket } from "@/test/api-market";
import { settleForwarded, trustedProxies } from "../front-door/forwarded";
import { queryEndpoint, streamEndpoint } from "../platform/api/endpoint-kinds";
import { apiListener, apiRouter } from "./router";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const LONG = "a".repeat(5_000);

const long = queryEndpoint({
  name: "long",
  path: "/api/v1/long/{id}",
  summary: "A long answer",
  scope: null,
  params: z.strictObject({ id: z.string().max(64) }),
  response: z.strictObject({ id: z.string(), text: z.string() }),
  run: async ({ params }) => accept({ id: params.id, text: LONG }),
});

/** Says whom the headers name, read one by one and all at once. */
const callers = streamEndpoint({
  name: "callers",
  path: "/api/v1/callers",
  summary: "Who calls",
  scope: null,
  headers: z.object({}),
  response: z.string(),
  open: async ({ request }) =>
    Response.json([request.headers.get("x-forwarded-for"), Object.fromEntries(request.headers)["x-forwarded-for"]]),
});

/** Serves the endpoints behind what the front door does to headers, over a fresh market. */
async function served() {
  await apiMarket();
  const listen = apiListener(apiRouter([long, callers]));
  const server = createServer((request, response) => {
    settleForwarded(request, trustedProxies(""));
    listen(request, response);
  }).listen(0, "127.0.0.1");
  open.push(() => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, ask: (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}/api/v1${path}`, init) };
}

/** Sends bytes as they are, and answers the first line and the body of what comes back. */
const sendRaw = (port: number, head: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(`${head}\r\nConnection: close\r\n\r\n`));
    let text = "";
    socket.on("data", (part: Buffer) => {
      text += part.toString();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(text));
  });

test("a path takes the methods of its endpoints, HEAD where it is read, and OPTIONS, which names them", async () => {
  const { ask } = await served();
  const read = await ask("/long/7");
  expect([read.status, await read.json()]).toEqual([200, { id: "7", text: LONG }]);
  const head = await ask("/long/7", { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  const options = await ask("/long/7", { method: "OPTIONS" });
  expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
  const posted = await ask("/long/7", { method: "POST", body: "{}" });
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  expect(await posted.json()).toMatchObject({ status: 405, code: "method_not_allowed" });
});

test("a part of the path that is written in percents is read, and one that cannot be read is not there", async () => {
  const { ask } = await served();
  expect(await (await ask("/long/a%20b")).json()).toMatchObject({ id: "a b" });
  expect((await ask(`/long/${"%41".repeat(65)}`)).status).toBe(404);
  const unread = await ask("/long/%ED%A0%80");
  expect([unread.status, await unread.json()]).toMatchObject([400, { code: "address_malformed" }]);
  for (const path of ["", "/", "/nothing", "/long", "/long/7/8", "/long/"]) {
    const answered = await ask(path);
    expect([path, answered.status, (await answered.json()) as unknown]).toEqual([
      path,
      404,
      { type: "about:blank", title: "Not found", status: 404, code: "not_found" },
    ]);
  }
});

test("a long answer is compressed for whoever takes that, and is the same", async () => {
  const { ask } = await served();
  const plain = await ask("/long/7", { headers: { "accept-encoding": "identity" } });
  const squeezed = await ask("/long/7", { headers: { "accept-encoding": "gzip" } });
  expect([plain.headers.get("content-encoding"), squeezed.headers.get("content-encoding")]).toEqual([null, "gzip"]);
  expect(squeezed.headers.get("vary")).toBe("Accept-Encoding");
  expect(await squeezed.json()).toEqual(await plain.json());
});

test("an endpoint reads no address that a caller has made up, in whichever way it reads headers", async () => {
  const { ask } = await served();
  const answered = await ask("/callers", { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(await answered.json()).toEqual(["127.0.0.1", "127.0.0.1"]);
});

test.each([
  "GET /api/v1/long/7 HTTP/1.1\r\nHost: a b",
  "GET /api/v1/long\\7 HTTP/1.1\r\nHost: a",
  "GET http://[/api/v1/long/7 HTTP/1.1\r\nHost: a",
])("%j is a problem of the caller and no fault", async (head) => {
  const { port } = await served();
  const text = await sendRaw(port, head);
  expect(text).toContain("HTTP/1.1 400 ");
  expect(text).toContain('"code":"address_malformed"');
});
