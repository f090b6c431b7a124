import { randomBytes } from "node:crypto";
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import { log } from "../../platform/process/log.ts";
import type { Said } from "../../platform/process/answer-status.ts";
import { PAGE_WITHOUT_SCRIPTS } from "../guard.ts";
import { holdAnswer } from "../held-answer.ts";
import { REASONS, type Reason } from "./drawn.ts";
import { pageInstead } from "./pages.ts";

/** Names why a request was refused before a page was asked (refuse-unread.ts); it is read here and goes no further. */
const REASON_HEADER = "x-instead";

const TEXT = /^text\/(html|plain)\b/;

const BY_STATUS: Readonly<Record<number, Reason>> = {
  403: "elsewhere",
  404: "missing",
  410: "missing",
  413: "too_large",
  429: "too_many",
  503: "outage",
  507: "outage",
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
  if (status >= 500 && BY_STATUS[status] === undefined) return method === "POST" ? "fault_sent" : "fault";
  return BY_STATUS[status] ?? "unreadable";
}

/** Where the framework fails before a page is begun, nobody has named the fault: it is logged here, so that there is a reference all the same. */
function referenceOf(status: number, { headers }: IncomingMessage, said: Said): string | null {
  if (said.fault || status < 500) return said.fault?.reference ?? null;
  const reference = randomBytes(4).toString("hex").toUpperCase();
  log.error({ reference, status, requestId: headers["x-request-id"] }, "the framework answered without a page");
  return reference;
}

type About = { readonly path: string; readonly said: Said };

/**
 * Sends a whole page in place of an answer of the framework that is none, 400 and above: what is not there and what could not be made it
 * leaves to the browser's scripts, and white where none run. The status stays, but that an outage is 503 or 507.
 */
export function sendPageInstead(request: IncomingMessage, response: ServerResponse, { path, said }: About): void {
  if (!isForReader(request, path)) return;
  holdAnswer(response, {
    isHeld: (status, type) => status >= 400 && status !== 405 && (type === null || TEXT.test(type)),
    send: (answered, document) => {
      const outage = answered === 500 ? (said.fault?.outage ?? null) : null;
      const status = outage?.status ?? answered;
      // In an outage, and where the frame itself could not be made, scripts would put less in the place of this page.
      const keepsScripts = said.hasFrame && outage === null;
      const page = pageInstead(request, path, {
        why: reasonOf(status, response.getHeader(REASON_HEADER), request),
        reference: referenceOf(status, request, said),
        document: keepsScripts ? document : null,
      });
      response.removeHeader(REASON_HEADER);
      if (outage) response.setHeader("Retry-After", outage.retryAfterSeconds);
      if (page !== null) {
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.setHeader("Cache-Control", "private, no-store");
        if (!keepsScripts) response.setHeader("Content-Security-Policy", PAGE_WITHOUT_SCRIPTS);
      }
      response.statusMessage = STATUS_CODES[status] ?? "";
      response.writeHead(status);
      response.end(page ?? document);
    },
  });
}
