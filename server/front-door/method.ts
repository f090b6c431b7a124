import { type IncomingMessage, request as ask, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isFile } from "./guard.ts";
import { holdAnswer } from "./held-answer.ts";

// A page is read, or sent a form; an endpoint knows its own methods among these.
const OF_FILES = ["GET", "HEAD", "OPTIONS"];
const OF_PAGES = ["GET", "HEAD", "POST", "OPTIONS"];
const OF_ENDPOINTS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const ALLOW_MS = 2_000;

function methodsAt(path: string): readonly string[] {
  if (path.startsWith("/api/")) return OF_ENDPOINTS;
  return isFile(path) ? OF_FILES : OF_PAGES;
}

/** Whether anything here takes the method at this address; an endpoint may still refuse it. */
export const isTaken = (method: string, path: string): boolean => methodsAt(path).includes(method);

/**
 * Answers OPTIONS of what is no endpoint, and a method that pages and files do not take: the framework would draw the page for it. Answers
 * false where the request may go on.
 */
export function settleMethod({ method = "GET" }: IncomingMessage, response: ServerResponse, path: string): boolean {
  const isAsking = method === "OPTIONS";
  if (path.startsWith("/api/") || (isTaken(method, path) && !isAsking)) return false;
  response.setHeader("Allow", methodsAt(path).join(", "));
  if (isAsking) response.writeHead(204).end();
  else {
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.writeHead(405).end("Method not allowed\n");
  }
  return true;
}

/** What an endpoint says that it takes: the framework knows it, and says it to nobody but OPTIONS. */
function methodsOfEndpoint({ url, socket }: IncomingMessage, { address, port }: AddressInfo): Promise<string | null> {
  const host = address === "::" || address === "0.0.0.0" ? socket.localAddress : address;
  return new Promise((resolve) => {
    const asking = ask({ host, port, path: url, method: "OPTIONS", timeout: ALLOW_MS, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.headers.allow ?? null);
    });
    asking.on("timeout", () => asking.destroy());
    asking.on("error", () => resolve(null));
    asking.end();
  });
}

/** Says of an endpoint in a problem document what the framework says with an empty 405, and which methods it takes. */
export function wordWrongMethod(request: IncomingMessage, response: ServerResponse, at: AddressInfo): void {
  holdAnswer(response, {
    isHeld: (status, type) => status === 405 && type === null,
    send: () =>
      void methodsOfEndpoint(request, at).then((own) => {
        // As server/platform/api writes them: this process cannot load that one.
        const body = { type: "about:blank", title: "Method not allowed", status: 405, code: "method_not_allowed" };
        response.setHeader("Allow", own ?? "OPTIONS");
        response.setHeader("Content-Type", "application/problem+json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.writeHead(405).end(JSON.stringify(body));
      }),
  });
}
