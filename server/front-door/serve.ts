/**
 * The process that serves. Next does the work; before it each request passes here, where its headers are settled and its answer is
 * guarded. Started by scripts/start.mjs; Node reads it as it is, so its imports name their files.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import compression from "compression";
import next from "next";
import sirv from "sirv";
import { env } from "../platform/process/env.ts";
import { countVisit } from "../catalogue/exposure-counts.ts";
import { settleAddress } from "./address.ts";
import { withSaid } from "../platform/process/answer-status.ts";
import { answerVisitor } from "./answer-visitor.ts";
import { drawPage } from "./draw-page.ts";
import { keepPages } from "./kept-pages.ts";
import { sessionCookie } from "./cookies.ts";
import { createListener } from "./listener.ts";
import { LOOPBACK, settleForwarded, trustedProxies } from "./forwarded.ts";
import { guard, nonceOf } from "./guard.ts";
import { isOfDrawn } from "./prerendered-error-pages.ts";
import { sendPageInstead } from "./send-error-page.ts";
import { speak } from "./language.ts";
import { newParts, putParts } from "./page-parts.ts";
import { rememberMember, secondsToWait } from "./page-limit.ts";
import { useSettingsOfBuild } from "./settings-of-build.ts";
import { isTaken, settleMethod, wordWrongMethod } from "./method.ts";
import { answerByApi } from "./mounted-api.ts";
import { noticesOf, sendNotice } from "./well-known-files.ts";
import { keepFromSearch } from "./public-pages.ts";
import { settleUnreadBody } from "./unread-body.ts";
import { asksForDocument } from "./visit.ts";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 3000);
const LAST_ANSWERS_MS = 5_000;

const trusted = trustedProxies(process.env.TRUSTED_PROXIES ?? LOOPBACK);
const { isFoundHere } = env();
const notices = noticesOf(env());
const server = createListener();
const isDevelopment = process.env.NODE_ENV === "development";
if (!isDevelopment) useSettingsOfBuild();
const app = next({ dev: isDevelopment, hostname: HOST, port: PORT, httpServer: server });
const answer = app.getRequestHandler();
// Next's own knows gzip only: by Brotli a long page is a sixth smaller, in the same time.
const compress = compression();
const STATIC = "/_next/static";
/** Scripts and styles of the build, as scripts/setup/build.mjs has compressed them; their names change with what they hold. */
const sendStatic = isDevelopment ? null : sirv(".next/static", { brotli: true, immutable: true, maxAge: 31_536_000 });

await app.prepare();

/** What Next need not be asked for: a page that is drawn for other addresses is at none of its own, and nothing else is `.well-known`. */
function refusedStatus({ method = "GET" }: IncomingMessage, path: string): number | null {
  if (isOfDrawn(path) || path.startsWith("/.well-known/")) return 404;
  return isTaken(method, path) ? null : 405;
}

/** Sends a file of the build; whether there is none is for Next to say. */
function withoutStatic(request: IncomingMessage, response: ServerResponse, goOn: () => void): void {
  const { url = "/" } = request;
  if (!sendStatic || !url.startsWith(`${STATIC}/`)) return goOn();
  request.url = url.slice(STATIC.length);
  sendStatic(request, response, () => {
    request.url = url;
    goOn();
  });
}

/** The pages of visitors; while somebody changes them each is drawn anew. */
const pageOf = isDevelopment ? null : keepPages((visit) => drawPage(answer, visit));

/** Has Next answer, and what it says without a page or a word put into one. Who asks for too many pages waits. */
function answerByNext(request: IncomingMessage, response: ServerResponse, path: string): void {
  withSaid(response, async (said) => {
    if (path.startsWith("/api/")) wordWrongMethod(request, response, server.address() as AddressInfo);
    if (asksForDocument(request)) {
      said.parts = newParts(nonceOf(request));
      putParts(response, said);
    }
    sendPageInstead(request, response, { path, said });
    const refused = refusedStatus(request, path);
    if (refused !== null) return response.writeHead(refused).end();
    const waitSeconds = await secondsToWait(request, path);
    if (waitSeconds > 0) return response.setHeader("Retry-After", waitSeconds).writeHead(429).end();
    if (sessionCookie(request) === undefined) countVisit(request, path, Date.now());
    if (pageOf && (await answerVisitor(request, response, { path, said, pageOf }))) return;
    response.once("finish", () => rememberMember(request, said.memberId));
    return answer(request, response);
  });
}

server.on("request", (request, response) => {
  const path = (request.url ?? "/").split("?", 1)[0] as string;
  settleForwarded(request, trusted);
  settleAddress(request, path);
  settleUnreadBody(request, response);
  guard(request, response, path);
  keepFromSearch(request, response, { path, isFoundHere });
  if (settleMethod(request, response, path) || sendNotice(notices, request, response, path)) return;
  if (answerByApi(request, response, path)) return;
  withoutStatic(request, response, () => {
    // Around all that may change the answer, which is read and written as it is.
    compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {
      speak(request, response, path);
      answerByNext(request, response, path);
    });
  });
});
server.listen(PORT, HOST);

/** Takes no new requests, lets those under way end, and ends. */
function stop(): void {
  server.close(() => void app.close().finally(() => process.exit(0)));
  server.closeIdleConnections();
  // Streams of events stay open for ever.
  setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
}
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
