import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request as ask, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { settleUnreadBody, type UnreadLimits } from "./unread-body";

const MEGABYTE = 1024 * 1024;
const SOON_MS = 2_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

async function serverOf(answer: Answer, limits?: UnreadLimits): Promise<number> {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    settleUnreadBody(request, response, limits);
    if (request.method === "GET") response.end("got");
    else void answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** One connection at a time, as a proxy or a browser holds it. */
function clientOf(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  return async (method: string, body?: Readable | Buffer) => {
    const fromMs = performance.now();
    const length = body instanceof Buffer ? { "content-length": body.length } : {};
    const asked = ask({ agent, port, host: "127.0.0.1", method, headers: length });
    const answered = once(asked, "response") as Promise<[IncomingMessage]>;
    if (body instanceof Readable) body.pipe(asked);
    else asked.end(body);
    const [response] = await answered;
    const text = Buffer.concat(await Array.fromAsync(response)).toString();
    const { connection } = response.headers;
    return { status: response.statusCode, text, connection, tookMs: performance.now() - fromMs };
  };
}

const asNextGivesIt = (request: IncomingMessage): Request =>
  new Request("http://localhost/", { method: "POST", body: request, duplex: "half" } as unknown as RequestInit);

/** What a route does with a body that it refuses. */
const REFUSALS: Readonly<Record<string, Answer>> = {
  "is not touched": (_request, response) => response.writeHead(403).end("refused"),
  "is left by a reader that has stopped": async (request, response) => {
    for await (const _ of asNextGivesIt(request).body ?? []) break;
    response.writeHead(303).end("refused");
  },
  "is left by a reader that holds it": async (request, response) => {
    const reader = asNextGivesIt(request).body?.getReader();
    await reader?.read();
    response.writeHead(303).end("refused");
  },
  "is left by a web reader that has stopped": async (request, response) => {
    const reader = Readable.toWeb(request).getReader();
    await reader.read();
    await reader.cancel();
    response.writeHead(303).end("refused");
  },
  "is left by a stream that was closed": async (request, response) => {
    await once(request, "readable");
    request.read(10);
    request.destroy();
    response.writeHead(400).end("refused");
  },
};

for (const [how, answer] of Object.entries(REFUSALS)) {
  for (const [size, bytes] of [
    ["100 KB", 100_000],
    ["3 MB", 3 * MEGABYTE],
    ["30 MB", 30 * MEGABYTE],
  ] as const) {
    test(`A body of ${size} that ${how} keeps neither its answer nor the next request waiting.`, async () => {
      const send = clientOf(await serverOf(answer));
      for (let round = 0; round < 3; round++) {
        const refused = await send("POST", Buffer.alloc(bytes));
        expect(refused.text).toBe("refused");
        expect(refused.connection).toBe(bytes < MEGABYTE ? "keep-alive" : "close");
        const next = await send("GET");
        expect(next).toMatchObject({ status: 200, text: "got" });
        expect(next.tookMs).toBeLessThan(SOON_MS);
      }
    });
  }

  test(`A body of unknown length that ${how} keeps neither its answer nor the next request waiting.`, async () => {
    const send = clientOf(await serverOf(answer));
    const refused = await send("POST", Readable.from(Array.from({ length: 80 }, () => Buffer.alloc(50_000))));
    expect(refused.text).toBe("refused");
    const next = await send("GET");
    expect(next).toMatchObject({ status: 200, text: "got" });
    expect(next.tookMs).toBeLessThan(SOON_MS);
  });
}

test("A body that is read leaves the connection open.", async () => {
  const ports: (number | undefined)[] = [];
  const send = clientOf(
    await serverOf(async (request, response) => {
      ports.push(request.socket.remotePort);
      const { byteLength } = await asNextGivesIt(request).arrayBuffer();
      response.end(String(byteLength));
    }),
  );
  for (const bytes of [10, 3 * MEGABYTE, 0])
    expect(await send("POST", Buffer.alloc(bytes))).toMatchObject({ text: String(bytes), connection: "keep-alive" });
  expect(new Set(ports).size).toBe(1);
});

test("A client that reads nothing before it has sent everything receives the answer whole.", async () => {
  const words = "refused ".repeat(10_000);
  const port = await serverOf((_request, response) => response.writeHead(413).end(words));
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  const content = Buffer.alloc(20 * MEGABYTE);
  socket.write(`POST / HTTP/1.1\r\nhost: a\r\ncontent-length: ${content.length}\r\n\r\n`);
  // As a browser does: for its system to hold all of the answer would be luck, so it is asked for late.
  await new Promise<void>((resolve, reject) => socket.write(content, (error) => (error ? reject(error) : resolve())));
  const answer = Buffer.concat(await Array.fromAsync(socket)).toString();
  expect(answer).toContain(words);
});

const strict: UnreadLimits = { keepBytes: 1, lingerBytes: MEGABYTE, lingerMs: 60_000, idleMs: 60_000 };

test.each([
  ["sends without an end", { ...strict, idleMs: 500 }, 100_000],
  ["stops sending", { ...strict, idleMs: 500 }, 0],
  ["sends too long", { ...strict, lingerMs: 500, idleMs: 500 }, 10],
])("Who %s after the answer is cut off.", async (_who, limits, bytes) => {
  const cutOff = Promise.withResolvers<void>();
  const port = await serverOf((request, response) => {
    request.socket.once("close", () => cutOff.resolve());
    response.writeHead(403).end("refused");
  }, limits);
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  socket.write("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 999999999\r\n\r\nabc");
  const sending = setInterval(() => bytes > 0 && socket.write(Buffer.alloc(bytes)), 5);
  onTestFinished(() => clearInterval(sending));
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("error", () => {});
  await cutOff.promise;
  expect(answer).toContain("refused");
});

test("A client that goes away in the middle is noticed by whoever reads.", async () => {
  const noticed = Promise.withResolvers<unknown>();
  const port = await serverOf((request) => {
    asNextGivesIt(request).arrayBuffer().then(noticed.resolve, noticed.reject);
  });
  const socket = connect({ port, host: "127.0.0.1" });
  socket.write("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\nabc", () => socket.resetAndDestroy());
  await expect(noticed.promise).rejects.toThrow();
});

test("A client that goes away while its reader leaves is nobody's fault.", async () => {
  const faults: unknown[] = [];
  const note = (fault: unknown) => faults.push(fault);
  process.on("uncaughtException", note);
  onTestFinished(() => void process.off("uncaughtException", note));
  const gone = Promise.withResolvers<void>();
  const port = await serverOf((request) => {
    const reads = () => undefined;
    request.on("error", reads);
    request.once("close", () => gone.resolve());
    // The reader leaves between the end of the connection and the word of it.
    request.once("aborted", () => process.nextTick(() => process.nextTick(() => request.off("error", reads))));
  });
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nfirst");
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await gone.promise;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(faults).toEqual([]);
});
