import { createServer, type Server } from "node:http";

// Longer than a reverse proxy keeps an idle connection, so that it is never closed under a request.
const KEEP_ALIVE_MS = 65_000;
// Node's own values, said here so that a change of theirs is seen: a head within a minute, a whole request within five.
const HEAD_MS = 60_000;
const REQUEST_MS = 300_000;
// An answer of which nobody takes a byte for so long. Streams of events send one every 15 seconds, so they go on as long as they are read.
const UNREAD_MS = 120_000;

/** The socket's bounds, in milliseconds: nobody holds a connection by sending slowly, or by not reading what is answered. */
export function createListener({ unreadMs = UNREAD_MS } = {}): Server {
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: HEAD_MS,
    requestTimeout: REQUEST_MS,
  });
  server.timeout = unreadMs;
  return server;
}
