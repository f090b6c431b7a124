import type { IncomingMessage } from "node:http";

const NULL_CHARACTER = /%00/g;

/**
 * PostgreSQL keeps the null character in no text, and what makes no sense in a page's question is passed over: so it is asked as if
 * it were not there. The public API reads its own questions and refuses it.
 */
export function settleAddress(request: IncomingMessage, path: string): void {
  if (path.startsWith("/api/v1/") || request.url === undefined) return;
  request.url = request.url.slice(0, path.length) + request.url.slice(path.length).replace(NULL_CHARACTER, "");
}
