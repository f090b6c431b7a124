/**
 * The process that serves. Next does the work; before it each request passes here, where its headers are settled and its answer is
 * guarded. Started by scripts/start.mjs; Node reads it as it is, so its imports name their files.
 */
import { createServer } from "node:http";
import next from "next";
import { settleAddress } from "./address.ts";
import { withSaid } from "./answer-status.ts";
import { LOOPBACK, settleForwarded, trustedProxies } from "./forwarded.ts";
import { guard } from "./guard.ts";
import { holdWhatIsNoPage } from "./instead/hold.ts";
import { speak } from "./language.ts";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 3000);
// Longer than a reverse proxy keeps an idle connection, so that it is never closed under a request.
const KEEP_ALIVE_MS = 65_000;
const LAST_ANSWERS_MS = 5_000;

const trusted = trustedProxies(process.env.TRUSTED_PROXIES ?? LOOPBACK);
const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
const app = next({ dev: process.env.NODE_ENV === "development", hostname: HOST, port: PORT, httpServer: server });
const answer = app.getRequestHandler();

await app.prepare();

server.on("request", (request, response) => {
  const path = (request.url ?? "/").split("?", 1)[0] as string;
  settleForwarded(request, trusted);
  settleAddress(request, path);
  guard(request, response, path);
  speak(request, response, path);
  withSaid(response, (said) => {
    holdWhatIsNoPage(request, response, { path, said });
    void answer(request, response);
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
