import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import { unzipSync } from "node:zlib";
import type { Said } from "../answer-status.ts";
import { PAGE_WITHOUT_SCRIPTS } from "../guard.ts";
import { REASONS, type Reason } from "./drawn.ts";
import { pageInstead } from "./pages.ts";

/** Names why a request was refused before a page was asked (proxy.ts); it is read here and goes no further. */
export const REASON_HEADER = "x-instead";

const OUTAGE_SECONDS = 30;
const TEXT = /^text\/(html|plain)\b/;

const BY_STATUS: Readonly<Record<number, Reason>> = {
  403: "elsewhere",
  404: "missing",
  410: "missing",
  413: "too_large",
  429: "too_many",
  503: "outage",
};

/** Whether a person waits for a page: neither the framework's own scripts nor a program that calls the API. */
function isForReader({ method, headers }: IncomingMessage, path: string): boolean {
  if (headers.rsc !== undefined || headers["next-action"] !== undefined || path.startsWith("/_next/")) return false;
  if (path.startsWith("/api/v1/")) return false;
  // A file is a link on a page: who opens one that is not there looks at the answer.
  if (path.startsWith("/api/")) return method === "GET" && (headers.accept ?? "").includes("text/html");
  return true;
}

function reasonOf(status: number, named: unknown, { method }: IncomingMessage): Reason {
  const said = REASONS.find((reason) => reason === named);
  if (said) return said;
  if (status >= 500 && status !== 503) return method === "POST" ? "fault_sent" : "fault";
  return BY_STATUS[status] ?? "unreadable";
}

type Held = { readonly status: number; readonly chunks: readonly Buffer[]; readonly path: string; readonly said: Said };

/** Sends the whole page in place of what the framework would have sent. */
function sendInstead(request: IncomingMessage, response: ServerResponse, { status, chunks, path, said }: Held): void {
  const raw = Buffer.concat(chunks);
  const document = (response.getHeader("content-encoding") && raw.length > 0 ? unzipSync(raw) : raw).toString("utf8");
  const isOutage = status === 500 && said.fault?.isOutage === true;
  const final = isOutage ? 503 : status;
  const keepsScripts = said.hasFrame && !isOutage;
  const page = pageInstead(request, path, {
    why: reasonOf(final, response.getHeader(REASON_HEADER), request),
    reference: said.fault?.reference ?? null,
    document: keepsScripts ? document : null,
  });
  for (const name of ["content-encoding", "content-length", "etag", REASON_HEADER]) response.removeHeader(name);
  if (isOutage) response.setHeader("Retry-After", OUTAGE_SECONDS);
  if (page !== null) {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "private, no-store");
    if (!keepsScripts) response.setHeader("Content-Security-Policy", PAGE_WITHOUT_SCRIPTS);
  }
  response.statusMessage = STATUS_CODES[final] ?? "";
  response.writeHead(final);
  response.end(page ?? document);
}

/**
 * Holds back an answer of the framework that is no page, 400 and above, and sends a whole page in its place: what is not there and what
 * could not be made it leaves to the browser's scripts, and white where none run. Its status stays, but that an outage is 503.
 */
export function holdWhatIsNoPage(
  request: IncomingMessage,
  response: ServerResponse,
  about: Pick<Held, "path" | "said">,
): void {
  if (!isForReader(request, about.path)) return;
  const chunks: Buffer[] = [];
  let held: number | null = null;
  const { writeHead, write, end, flushHeaders } = response;
  const keep = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const isHeld = (): boolean => {
    if (held === null && !response.headersSent) response.writeHead(response.statusCode);
    return held !== null;
  };
  const called = (given: readonly unknown[]): void => {
    const callback = given.find((one) => typeof one === "function") as (() => void) | undefined;
    if (callback) process.nextTick(callback);
  };
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (held !== null) return response;
    const type = response.getHeader("content-type");
    if (status < 400 || (type !== undefined && !TEXT.test(String(type))))
      return Reflect.apply(writeHead, response, [status, ...rest]);
    held = status;
    return response;
  }) as ServerResponse["writeHead"];
  response.write = ((...given: unknown[]) => {
    if (!isHeld()) return Reflect.apply(write, response, given);
    keep(given[0], given[1]);
    called(given);
    return true;
  }) as ServerResponse["write"];
  response.flushHeaders = () => {
    if (!isHeld()) flushHeaders.call(response);
  };
  response.end = ((...given: unknown[]) => {
    if (!isHeld()) return Reflect.apply(end, response, given);
    keep(given[0], given[1]);
    Object.assign(response, { writeHead, write, end, flushHeaders });
    response.once("finish", () => called(given));
    sendInstead(request, response, { status: held as number, chunks, ...about });
    return response;
  }) as ServerResponse["end"];
}
