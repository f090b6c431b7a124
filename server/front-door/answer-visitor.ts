import type { IncomingMessage, ServerResponse } from "node:http";
import type { Said } from "../platform/process/answer-status.ts";
import { nonceOf } from "./guard.ts";
import type { Shared } from "./kept-pages.ts";
import { joined } from "./page-pieces.ts";
import { type Visit, visitOf } from "./visit.ts";

type About = { readonly path: string; readonly said: Said; readonly pageOf: (visit: Visit) => Promise<Shared | null> };

const TAKES_BROTLI = /(?:^|,)\s*br\s*(?:,|$)/;

/** Answers a visitor by a page that is drawn for all of them, with a nonce and a name of its own; false where the request is none of a visitor's. */
export async function answerVisitor(
  request: IncomingMessage,
  response: ServerResponse,
  { path, said, pageOf }: About,
): Promise<boolean> {
  const visit = visitOf(request, path);
  const page = visit && (await pageOf(visit));
  if (!page) return false;
  // What stands in place of a page that could not be made goes by what was said of the drawing.
  Object.assign(said, page.said);
  for (const [name, value] of page.headers) {
    // What this reader has been told already stands; the languages' addresses come beside what the page wants to be loaded.
    if (name === "link") response.appendHeader(name, value as string | string[]);
    else if (!response.hasHeader(name)) response.setHeader(name, value);
  }
  const isBrotli = page.status === 200 && TAKES_BROTLI.test(String(request.headers["accept-encoding"]));
  const brotli = isBrotli ? await page.brotli() : null;
  if (brotli) response.setHeader("Content-Encoding", "br");
  response.writeHead(page.status);
  response.end(joined(brotli ?? page.pieces, nonceOf(request)));
  return true;
}
